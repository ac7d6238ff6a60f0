// What else a query may have meant, when it finds too little.

import { allOf, anyOf, type Query } from './query.ts';

/** A further query, and what in it differs from what was typed. */
export type Variant =
  | { kind: 'corrected'; query: Query; word: string }
  | { kind: 'apart'; query: Query; phrases: string[] }
  | { kind: 'without'; query: Query; word: string };

/** The words that all must be found: one of them may be misspelt, or left out. */
function requiredWords(query: Query): (Query & { kind: 'word' })[] {
  const parts = query.kind === 'and' ? query.parts : [query];
  return parts.filter((part) => part.kind === 'word');
}

const replace = (query: Query, part: Query, by: Query | undefined): Query =>
  query.kind === 'and'
    ? allOf(query.parts.flatMap((other) => (other === part ? (by ? [by] : []) : [other])))
    : (by ?? { kind: 'all' });

/** The query with each of its words left out in turn; none where only one word asks for anything. */
export function withoutEachWord(query: Query): Variant[] {
  const words = requiredWords(query);
  const asking = query.kind === 'and' ? query.parts.filter(({ kind }) => kind !== 'not').length : 1;
  if (asking < 2) return [];
  return words.map((word) => ({
    kind: 'without',
    query: replace(query, word, undefined),
    word: word.text,
  }));
}

/** The query with the words of its phrases apart; none where it has no phrase. */
export function withPhrasesApart(query: Query): Variant | undefined {
  const parts = query.kind === 'and' ? query.parts : [query];
  const phrases = parts.filter((part) => part.kind === 'phrase');
  if (phrases.length === 0) return undefined;
  const loose = parts.flatMap((part): Query[] =>
    part.kind === 'phrase'
      ? part.text.split(/\s+/u).map((text) => ({ kind: 'word', text, span: part.span }))
      : [part],
  );
  return { kind: 'apart', query: allOf(loose), phrases: phrases.map(({ text }) => text) };
}

/** The words of a query that no article holds. */
export function unknownWords(query: Query, held: ReadonlySet<string>): string[] {
  return requiredWords(query)
    .map(({ text }) => text)
    .filter((text) => !held.has(text));
}

/** The query with a word replaced by others, any of which may be meant; without the word where there are none. */
export function withOtherWords(query: Query, word: string, others: readonly string[]): Query {
  const part = requiredWords(query).find(({ text }) => text === word);
  if (!part) return query;
  if (others.length === 0) return query.kind === 'and' ? replace(query, part, undefined) : query;
  const { span } = part;
  const meant = others.map((other): Query =>
    allOf(other.split(' ').map((text) => ({ kind: 'word', text, span }))),
  );
  return replace(query, part, anyOf(meant));
}
