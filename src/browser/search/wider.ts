// Queries that ask for less than the one that was written, and so find more.

import type { Wider } from './progress.ts';
import { requiredWords } from './required-words.ts';
import { allOf, type Query, type TextRange } from './query.ts';

/** A wider query, before it is known how much it finds. */
export interface WiderQuery extends Omit<Wider, 'found'> {
  query: Query;
}

const partsOf = (query: Query): Query[] => (query.kind === 'and' ? query.parts : [query]);

/**
 * The query with the words of its phrases apart; none where it has no phrase.
 *
 * @param text where the spans of the query are places
 */
export function withPhrasesApart(query: Query, text: string): WiderQuery[] {
  const parts = partsOf(query);
  const phrases = parts.filter((part) => part.kind === 'phrase');
  if (!phrases.some((phrase) => wordsIn(phrase.text).length > 1)) return [];
  const loose = parts.flatMap((part): Query[] =>
    part.kind === 'phrase'
      ? wordsIn(part.text).map((word) => ({ kind: 'word', text: word, span: part.span }))
      : [part],
  );
  const written = phrases.map(({ span, text: phrase }) => ({
    span,
    by: wordsIn(phrase).map(asWord).join(' '),
  }));
  return [
    {
      kind: 'apart',
      words: phrases.map((phrase) => phrase.text),
      query: allOf(loose),
      text: rewrite(text, written),
    },
  ];
}

/**
 * The query with each of its words left out in turn; with all those together that nothing can be found for.
 *
 * @param lacking words that no article has, nor any like them
 */
export function withoutWords(
  query: Query,
  text: string,
  lacking: readonly string[] = [],
): WiderQuery[] {
  const parts = partsOf(query);
  const words = requiredWords(query);
  const asking = parts.filter(({ kind }) => kind !== 'not').length;
  const hopeless = words.filter((word) => lacking.includes(word.text));
  const groups = hopeless.length > 0 ? [hopeless] : words.map((word) => [word]);
  return groups
    .filter((group) => group.length < asking)
    .map((group) => ({
      kind: 'without',
      words: group.map((word) => word.text),
      query: allOf(parts.filter((part) => !group.some((word) => word === part))),
      text: rewrite(
        text,
        group.map(({ span }) => ({ span, by: '' })),
      ),
    }));
}

const wordsIn = (phrase: string): string[] =>
  phrase.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));

/** Words that would be read as operators, or leave something out, stay in quotation marks. */
const asWord = (word: string): string =>
  /^(?:OR|AND|NOT)$|^\P{L}|:|[()]/u.test(word) && !/^\p{N}+$/u.test(word) ? `"${word}"` : word;

/** Writes other text in the place of some stretches. */
function rewrite(text: string, changes: readonly { span: TextRange; by: string }[]): string {
  let written = '';
  let at = 0;
  for (const { span, by } of changes.toSorted((a, b) => a.span.start - b.span.start)) {
    written += text.slice(at, span.start) + by;
    at = span.end;
  }
  return (written + text.slice(at)).replace(/\s+/gu, ' ').trim();
}
