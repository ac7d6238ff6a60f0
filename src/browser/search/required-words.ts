// How a word that no article has may have been meant.

import { allOf, anyOf, type Query } from './query.ts';

/** The words that all must be found: one of them may be misspelt, or left out. */
export function requiredWords(query: Query): (Query & { kind: 'word' })[] {
  const parts = query.kind === 'and' ? query.parts : [query];
  return parts.filter((part) => part.kind === 'word');
}

const replace = (query: Query, part: Query, by: Query): Query =>
  query.kind === 'and' ? allOf(query.parts.map((other) => (other === part ? by : other))) : by;

/** The words of a query that no article holds. */
export function unknownWords(query: Query, held: ReadonlySet<string>): string[] {
  return requiredWords(query)
    .map(({ text }) => text)
    .filter((text) => !held.has(text));
}

/** The query with a word replaced by others, any of which may be meant; as it is where there are none. */
export function withOtherWords(query: Query, word: string, others: readonly string[]): Query {
  const part = requiredWords(query).find(({ text }) => text === word);
  if (!part || others.length === 0) return query;
  const { span } = part;
  const meant = others.map((other): Query =>
    allOf(other.split(' ').map((text) => ({ kind: 'word', text, span }))),
  );
  return replace(query, part, anyOf(meant));
}
