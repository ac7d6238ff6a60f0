// What the page and the search say to each other: a request, how far it is answered, and what is found. Everything
// that the page shows of a search follows from one `Progress`.

import type { DayCount, Thumbnail } from '../../search/format/manifest.ts';
import type { Excerpt, Segment } from './excerpt.ts';
import type { FacetName, Note } from './query.ts';

export type Order = 'relevance' | 'newest' | 'oldest';

/** A section, topic, author or language that results must have, or must not. */
export interface ChosenFacet {
  facet: FacetName;
  name: string;
  exclude: boolean;
}

export interface SearchRequest {
  /** The query as typed. */
  text: string;
  order: Order;
  /** Date tags at the ends of the chosen range; both belong to it. */
  from?: string | undefined;
  to?: string | undefined;
  facets: readonly ChosenFacet[];
  /** Whether other spellings are looked for; not while the reader is typing. */
  relax: boolean;
}

/** How the query was relaxed. What is found, counted and saved answers the relaxed query. */
export type QueryRelaxation =
  | { kind: 'left-out'; words: string[] }
  | { kind: 'corrected'; word: string; meant: string[] }
  | { kind: 'beginning'; word: string };

/** A wider query that finds more. It is only offered: nothing of what it finds is among the results. */
export interface Wider {
  /** The words of phrases apart, or the query without some of its words. */
  kind: 'apart' | 'without';
  words: string[];
  /** The query that asks for it. */
  text: string;
  /** How many articles answer it. */
  found: number;
}

/** The date tags of the newest and the oldest article of a shard. */
export interface DateRange {
  newest: string;
  oldest: string;
}

export interface Progress {
  state: 'searching' | 'complete';
  /** The number of articles found so far, in the parts of the archive that have answered. */
  found: number;
  /** How many of them each date tag has, newest first. */
  dates: DayCount[];
  /** How the query was read, where that may surprise. */
  notes: Note[];
  relaxations: QueryRelaxation[];
  wider: Wider[];
  /** Words of the archive that may have been meant, for a single word that was not found. */
  suggestions: { word: string; instead: string }[];
  /** Ranges that could not be searched: nothing is known of what they hold. */
  failed: DateRange[];
  /** Whether other spellings could not be looked up. */
  spellingFailed: boolean;
}

export interface FoundArticle {
  id: string;
  title: Segment[];
  derived: boolean;
  date: string;
  section?: string | undefined;
  lang: string;
  dir: 'ltr' | 'rtl';
  excerpt: Excerpt;
  thumbnail?: Thumbnail | undefined;
}

/** A found article of which only a date is known: its text did not load. */
export interface LostArticle {
  date: string;
  lost: true;
}

/** What an export says of an article. */
export interface ListedArticle {
  id: string;
  title: string;
  date: string;
  section: string;
  authors: string[];
  tags: string[];
  lang: string;
}
