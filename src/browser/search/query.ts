// A query as a tree. Every leaf is a set of articles; the branches are what is done with such sets.

import type { WantedWord } from './marking.ts';
import type { FacetName } from '../../search/format/facets.ts';

/** A place in the text of a query, for messages: from `start` up to, but not including, `end`. */
export interface TextRange {
  start: number;
  end: number;
}

export type Query =
  /** The articles that hold a word; `words` are its parts where it was written together. */
  | { kind: 'word'; text: string; span: TextRange }
  /** The articles that hold these words beside each other. */
  | { kind: 'phrase'; text: string; span: TextRange }
  /** The articles in which words stand within so many places of each other, in any order. */
  | { kind: 'near'; text: string; distance: number; span: TextRange }
  /** The articles that hold a word which begins with these letters. */
  | { kind: 'beginning'; text: string; span: TextRange }
  /** The articles whose headline holds a word, or words beside each other. */
  | { kind: 'title'; text: string; span: TextRange }
  /** The articles with a name: of a section, topic, author, or language. */
  | { kind: 'facet'; facet: FacetName; name: string; span: TextRange }
  /** The articles dated from a day to a day, both included; months and years stand for their days. */
  | { kind: 'dates'; from: string | undefined; to: string | undefined; span: TextRange }
  | { kind: 'undated'; span: TextRange }
  | { kind: 'and'; parts: Query[] }
  | { kind: 'or'; parts: Query[] }
  | { kind: 'not'; part: Query }
  /** Every article; what an empty query with a chosen period or section asks for. */
  | { kind: 'all' };

export type { FacetName };

/** How a query was read where that may surprise, or what in it could not be read. */
export interface Note {
  code:
    | 'unknown-operator'
    | 'operator-without-value'
    | 'quote-not-closed'
    | 'parenthesis-not-closed'
    | 'parenthesis-not-opened'
    | 'operator-alone'
    | 'not-a-date'
    | 'no-such-day'
    | 'dates-reversed'
    | 'only-exclusions'
    | 'too-long';
  /** What was written there. */
  text: string;
  span: TextRange;
  /** A known operator that looks like the unknown one. */
  meant?: string | undefined;
}

/** The words a query looks for, without those it excludes: for marks and for spelling. */
export function wantedWords(query: Query): WantedWord[] {
  switch (query.kind) {
    case 'word':
      return [{ text: query.text, phrase: false }];
    case 'phrase':
    case 'title':
      return [{ text: query.text, phrase: true }];
    case 'near':
      return query.text.split(/\s+/u).map((text) => ({ text, phrase: false }));
    case 'beginning':
      return [{ text: query.text, phrase: false, beginning: true }];
    case 'and':
    case 'or':
      return query.parts.flatMap(wantedWords);
    default:
      return [];
  }
}

/** Joins queries so that all must hold; one alone stays as it is. */
export function allOf(parts: Query[]): Query {
  const flat = parts.flatMap((part) => (part.kind === 'and' ? part.parts : [part]));
  const asking = flat.filter(({ kind }) => kind !== 'all');
  const [first] = asking;
  if (!first) return { kind: 'all' };
  return asking.length === 1 ? first : { kind: 'and', parts: asking };
}

export function anyOf(parts: Query[]): Query {
  const [first] = parts;
  return parts.length === 1 && first ? first : { kind: 'or', parts };
}
