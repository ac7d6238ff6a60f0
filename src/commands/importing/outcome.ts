import type { Problem } from '../../problem.ts';
import type { Provenance } from '../../importers/importer.ts';

/** What became of one article-to-be. The counts of all of these add up to what the originals hold. */
export const results = [
  'created',
  'updated',
  'unchanged',
  'changed',
  'edited',
  'joined',
  'left-out',
  'refused',
] as const;

export type Result = (typeof results)[number];

/** What each result means, for people. */
export const meanings: Readonly<Record<Result, string>> = {
  created: 'a new article',
  updated: 'taken again from its changed original',
  unchanged: 'there already, as it is',
  changed: 'its original has changed; `--update` takes it',
  edited: 'its original has changed, but a keeper has edited the article: left alone',
  joined: 'the same text of the same day is there already',
  'left-out': 'not an article, or not asked for',
  refused: 'cannot be taken; see the reasons',
};

export interface Outcome {
  result: Result;
  /** The original's recorded name. */
  original: string;
  item?: string | undefined;
  /** More than one only for what is left out in numbers. */
  count: number;
  /** The article's file below the content folder. */
  file?: string | undefined;
  title?: string | undefined;
  date?: string | undefined;
  provenance?:
    Readonly<Record<'headline' | 'date' | 'language' | 'author', Provenance>> | undefined;
  format?: string | undefined;
  /** What has changed, for `changed`, `updated` and `edited`. */
  difference?: string[] | undefined;
  notes: string[];
  problems: Problem[];
}
