// The stems of words, at the reader's. The index has Pagefind's stems; these stemmers (Snowball's, in JavaScript) give nearly always
// the same, and the manifest lists the forms of the archive for which they do not.

type Stem = (word: string) => string;

const load: Record<string, () => Promise<Stem>> = {
  ar: async () => (await import('@orama/stemmers/arabic')).stemmer,
  da: async () => (await import('@orama/stemmers/danish')).stemmer,
  de: async () => (await import('@orama/stemmers/german')).stemmer,
  el: async () => (await import('@orama/stemmers/greek')).stemmer,
  en: async () => (await import('wink-porter2-stemmer')).default,
  es: async () => (await import('@orama/stemmers/spanish')).stemmer,
  fi: async () => (await import('@orama/stemmers/finnish')).stemmer,
  fr: async () => (await import('@orama/stemmers/french')).stemmer,
  ga: async () => (await import('@orama/stemmers/irish')).stemmer,
  hi: async () => (await import('@orama/stemmers/indian')).stemmer,
  hu: async () => (await import('@orama/stemmers/hungarian')).stemmer,
  hy: async () => (await import('@orama/stemmers/armenian')).stemmer,
  id: async () => (await import('@orama/stemmers/indonesian')).stemmer,
  it: async () => (await import('@orama/stemmers/italian')).stemmer,
  lt: async () => (await import('@orama/stemmers/lithuanian')).stemmer,
  ne: async () => (await import('@orama/stemmers/nepali')).stemmer,
  nl: async () => (await import('@orama/stemmers/dutch')).stemmer,
  no: async () => (await import('@orama/stemmers/norwegian')).stemmer,
  pt: async () => (await import('@orama/stemmers/portuguese')).stemmer,
  ro: async () => (await import('@orama/stemmers/romanian')).stemmer,
  ru: async () => (await import('@orama/stemmers/russian')).stemmer,
  sr: async () => (await import('@orama/stemmers/serbian')).stemmer,
  sv: async () => (await import('@orama/stemmers/swedish')).stemmer,
  ta: async () => (await import('@orama/stemmers/tamil')).stemmer,
  tr: async () => (await import('@orama/stemmers/turkish')).stemmer,
};

const sameLanguage: Record<string, string> = { nb: 'no', nn: 'no' };

/** The language whose stemmer an archive in some language uses; `none` where there is none for its own: words are their own stems. */
export function stemmerLanguage(language: string): string {
  const primary = language.toLowerCase().split('-')[0] ?? '';
  const known = sameLanguage[primary] ?? primary;
  return Object.hasOwn(load, known) ? known : 'none';
}

/**
 * Loads a stemmer.
 *
 * @param language one that `stemmerLanguage` gave
 * @param exceptions stems of forms that the stemmer does not give so
 */
export async function loadStemmer(
  language: string,
  exceptions: ReadonlyMap<string, string> = new Map(),
): Promise<Stem> {
  const stem = await load[language]?.();
  return (word) => {
    // Words whose vowels are marks are not stemmed by the index.
    if (!stem || /\p{M}/u.test(word)) return word;
    return exceptions.get(word) ?? safely(stem, word);
  };
}

/** Some stemmers stumble over words of other scripts. */
function safely(stem: Stem, word: string): string {
  try {
    return stem(word);
  } catch {
    return word;
  }
}
