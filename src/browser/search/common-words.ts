import { allOf, type Query } from './query.ts';

export interface Trimmed {
  query: Query;
  /** The words that were left out. */
  left: string[];
}

/**
 * Leaves out words that nearly every article has, where other words remain. Words in quotes stay, and so does one
 * in capitals among others that are not (`WHO vaccine`). Where nothing else was asked, they are looked for as they
 * stand, beside each other.
 */
export function trimCommonWords(query: Query, common: ReadonlySet<string>): Trimmed {
  const parts = query.kind === 'and' ? query.parts : [query];
  const words = parts.filter((part) => part.kind === 'word');
  const shouting = words.every(({ text }) => text === text.toUpperCase());
  const isCommon = (part: Query): boolean =>
    part.kind === 'word' &&
    common.has(part.text.toLowerCase()) &&
    (shouting || part.text.length < 2 || part.text !== part.text.toUpperCase());
  const rest = parts.filter((part) => !isCommon(part));
  const left = parts.filter(isCommon).map((part) => (part.kind === 'word' ? part.text : ''));
  if (left.length === 0) return { query, left };
  if (rest.some(({ kind }) => kind !== 'not')) return { query: allOf(rest), left };
  if (left.length === 1) return { query, left: [] };
  const [first] = words;
  const phrase: Query = {
    kind: 'phrase',
    text: left.join(' '),
    span: first?.span ?? { start: 0, end: 0 },
  };
  return { query: allOf([phrase, ...rest]), left: [] };
}
