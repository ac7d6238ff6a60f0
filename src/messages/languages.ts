// The languages that the interface speaks, a file each, of which only those are loaded that are spoken.

import type { PartialTexts } from './shape.ts';

/** By language, or language and script where a language is written in two (BCP 47). English is what all others lack. */
const load: Record<string, () => Promise<PartialTexts>> = {
  ar: async () => (await import('./arabic.ts')).arabic,
  bn: async () => (await import('./bengali.ts')).bengali,
  de: async () => (await import('./german.ts')).german,
  en: async () => (await import('./english.ts')).english,
  es: async () => (await import('./spanish.ts')).spanish,
  fa: async () => (await import('./persian.ts')).persian,
  fr: async () => (await import('./french.ts')).french,
  he: async () => (await import('./hebrew.ts')).hebrew,
  hi: async () => (await import('./hindi.ts')).hindi,
  id: async () => (await import('./indonesian.ts')).indonesian,
  it: async () => (await import('./italian.ts')).italian,
  ja: async () => (await import('./japanese.ts')).japanese,
  ko: async () => (await import('./korean.ts')).korean,
  nl: async () => (await import('./dutch.ts')).dutch,
  pl: async () => (await import('./polish.ts')).polish,
  pt: async () => (await import('./portuguese.ts')).portuguese,
  ru: async () => (await import('./russian.ts')).russian,
  tr: async () => (await import('./turkish.ts')).turkish,
  uk: async () => (await import('./ukrainian.ts')).ukrainian,
  'zh-Hans': async () => (await import('./chinese-simplified.ts')).chineseSimplified,
  'zh-Hant': async () => (await import('./chinese-traditional.ts')).chineseTraditional,
};

/** The languages that have a file, as tags. */
export const languages: readonly string[] = Object.keys(load);

/**
 * Finds the file for a language, its region or script: `de` for `de-AT`; `zh-Hant` for `zh-TW`, whose script is the
 * likely one of the region (UTS #35, Likely Subtags).
 *
 * @param tag a BCP 47 tag; another text is no language
 * @returns the tag of the file; none where the language has none
 */
export function findLanguage(tag: string): string | undefined {
  if (!isWellFormed(tag)) return undefined;
  const { language, script } = new Intl.Locale(tag).maximize();
  return [`${language}-${script}`, language].find((name) => Object.hasOwn(load, name));
}

const isWellFormed = (tag: string): boolean => {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
};

/** Loads the texts of a language that `findLanguage` gave. */
export const loadTexts = async (name: string): Promise<PartialTexts> =>
  (await load[name]?.()) ?? {};
