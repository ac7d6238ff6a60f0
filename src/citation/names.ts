// Who wrote an article, as printed, and as citations need it: `Jane Doe` is a person whose family name is Doe,
// `Harbour desk` is no person. Where that cannot be told the name stays as it is; a keeper settles it by writing
// `Doe, Jane`.

import type { CslName } from './news-item.ts';

/** Words that no person bears, but agencies, desks and offices do. */
const collective =
  /(?:^|[\s-])(?:afp|agence|agencia|agentur|agency|associated|association|board|bureau|chronicle|commission|committee|company|correspondents?|council|courier|department|desk|dpa|editors?|editorial|gazette|group|herald|institute|journal|magazine|ministry|news|newspaper|newsroom|our|press|presse|redaktion|redacci[oó]n|r[eé]daction|redazione|reporters?|reuters|service|society|staff|tass|team|the|times|tribune|union|university|upi|writers?)(?=$|[\s,-])/iu;

/** Small words inside a family name: `Ludwig van Beethoven`, `Simone de Beauvoir`. */
const particle =
  /^(?:al|bin|da|das|de|del|della|den|der|di|do|dos|du|el|ibn|la|le|ten|ter|van|von|y|zu)$/u;

const suffix = /^(?:Jr|Sr)\.?$|^(?:II|III|IV)$/;

/** Scripts in whose names a blank parts given from family name, the given name first. */
const alphabetic = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{M}\s.,'’ʼ-]+$/u;

/** Whether a name as printed is that of an agency, a desk or another body. */
export function isCollective(printed: string): boolean {
  const words = printed.trim().split(/\s+/);
  if (!alphabetic.test(printed)) return /[\d&/()]/.test(printed) || collective.test(printed);
  return (
    collective.test(printed) ||
    words.length === 1 ||
    words.length > 5 ||
    words.some((word) => /^\p{Ll}/u.test(word) && !particle.test(word))
  );
}

/** Reads a name as printed. */
export function parseName(printed: string): CslName {
  const name = printed.trim().replace(/\s+/g, ' ');
  // A comma parts family and given name wherever names are exchanged, so none may stay in another name.
  const literal = { literal: name.replace(/,\s*/g, ' – ') };
  if (isCollective(name) || !alphabetic.test(name)) return literal;
  const [family = '', given = '', third, ...more] = name.split(/,\s*/);
  if (given && suffix.test(given) && third === undefined) {
    const parsed = parseName(family);
    return 'family' in parsed ? { ...parsed, suffix: given } : literal;
  }
  if (given && more.length === 0) {
    return third === undefined ? { family, given } : { family, given, suffix: third };
  }
  const words = name.split(' ');
  const end = words.at(-1) ?? '';
  const withoutSuffix = suffix.test(end) && words.length > 2 ? words.slice(0, -1) : words;
  const small = withoutSuffix.findIndex((word, i) => i > 0 && particle.test(word));
  const cut = small > 0 && small < withoutSuffix.length - 1 ? small : withoutSuffix.length - 1;
  return {
    family: withoutSuffix.slice(cut).join(' '),
    given: withoutSuffix.slice(0, cut).join(' '),
    ...(withoutSuffix === words ? {} : { suffix: end }),
  };
}

/** `Doe, Jane` and `King, Martin Luther, Jr.`, as lists are sorted. */
export function familyFirst(name: CslName): string {
  if ('literal' in name) return name.literal;
  return [name.family, name.given, name.suffix].filter(Boolean).join(', ');
}

/** `Jane Doe`, as one speaks. */
export function givenFirst(name: CslName): string {
  if ('literal' in name) return name.literal;
  return [name.given, name.family, name.suffix].filter(Boolean).join(' ');
}

/** Reads what `familyFirst` prints. */
export function parseFamilyFirst(text: string): CslName {
  const [family = '', given, suffix] = text.split(', ');
  if (given === undefined) return { literal: text };
  return suffix === undefined ? { family, given } : { family, given, suffix };
}
