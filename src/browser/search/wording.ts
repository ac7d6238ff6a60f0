// Fills the words of the page, which come with it as data.

import type { PluralForms, SearchMessages } from '../../messages.ts';

export interface Wording {
  words: SearchMessages;
  /** The sentence with its names in braces filled in. */
  fill(sentence: string, values: Record<string, string | number>): string;
  /** The form of a sentence that a number takes. */
  plural(forms: PluralForms, count: number): string;
  number(value: number): string;
  /** A share, with as many digits as say something: `3.5 %`, `0.04 %`. */
  share(part: number, whole: number): string;
  /** An enumeration, with the word or sign before its last part: of all of them, or of one or another. */
  list<Part>(parts: readonly Part[], type?: Intl.ListFormatType): (Part | string)[];
  /** A date tag for eyes: `12 November 2023`. */
  date(tag: string): string;
  language(code: string): string;
}

const fill: Wording['fill'] = (sentence, values) =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) =>
    isolate(String(values[name] ?? whole), sentence),
  );

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;
const leftToRight =
  /(?![\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}])\p{L}/u;

/** What is written in the other direction than its sentence stands apart in it (UAX #9 §2.4, isolates). */
function isolate(value: string, sentence: string): string {
  const other = rightToLeft.test(sentence) ? leftToRight : rightToLeft;
  return other.test(value) ? `\u2068${value}\u2069` : value;
}

/** Makes wording from the page's data: the words, and the language that they are in. */
export function makeWording(words: SearchMessages, language: string): Wording {
  const rules = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  const years = new Intl.NumberFormat(language, { useGrouping: false });
  const shares = new Intl.NumberFormat(language, { style: 'percent', maximumSignificantDigits: 2 });
  const locale = language === 'en' ? 'en-GB' : language;
  const dates = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC', calendar: 'gregory' });
  const days = dates({ year: 'numeric', month: 'long', day: 'numeric' });
  const months = dates({ year: 'numeric', month: 'long' });
  return {
    words,
    fill,
    plural: (forms, count) =>
      fill(forms[rules.select(count)] ?? forms.other, { count: numbers.format(count) }),
    number: (value) => numbers.format(value),
    share: (part, whole) => shares.format(whole === 0 ? 0 : part / whole),
    list: (parts, type = 'conjunction') =>
      new Intl.ListFormat(locale, { type })
        .formatToParts(parts.map((_, i) => String(i)))
        .map(({ type, value }) => (type === 'element' ? (parts[Number(value)] ?? '') : value)),
    date(tag) {
      if (tag === 'undated') return words.undated;
      if (tag.length === 4) return years.format(Number(tag));
      const format = tag.length === 7 ? months : days;
      const at = Date.parse(tag.length === 7 ? `${tag}-01T00:00Z` : `${tag}T00:00Z`);
      // An address may hold what is no date.
      return Number.isNaN(at) ? tag : format.format(at);
    },
    language(code) {
      try {
        return new Intl.DisplayNames(language, { type: 'language' }).of(code) ?? code;
      } catch {
        return code;
      }
    },
  };
}
