// A build reads and checks the content once, and `npm run dev` reads what has changed. The pages, which run in the same
// process but in a module graph of their own, take from here what is there for them.

import type { Tombstone } from '../archive/ledger.ts';
import type { FileReading } from '../article/file-facts.ts';
import type { Article } from '../article/article.ts';
import type { TopicNote } from '../article/topic-notes.ts';
import type { RenderedBody } from '../markdown/render-markdown.ts';
import type { PictureReading } from '../article/picture-facts.ts';
import type { BodyPlace, TextFile } from './render-body.ts';

export interface BuildServices {
  articles: readonly Article[];
  /** What is known of the pictures that articles show, by path. */
  pictures: ReadonlyMap<string, PictureReading>;
  /** What is known of the files that articles link to, by path. */
  files: ReadonlyMap<string, FileReading>;
  /** What the keeper says of topics. */
  topics?: readonly TopicNote[];
  /** The addresses that say why nothing stands there any more. */
  tombstones?: readonly Tombstone[];
  /** Reads an article's text, in Markdown; it throws what ends the build with a sentence where the text has changed. */
  readBody?: (article: TextFile) => string;
  /** Finds what a saved search finds, once the index is made: ids of the newest articles, and how many there are. */
  findWatched?: (query: string) => Promise<{ ids: string[]; count: number }>;
  /** Renders an article's text elsewhere than on the pages' own thread. */
  renderBody?: (article: TextFile, place: BodyPlace) => Promise<RenderedBody>;
}

const key = Symbol.for('dateline.build');
const shared = globalThis as { [key]?: BuildServices | undefined };

/** Leaves what the pages of this process will ask for. */
export function handOver(services: BuildServices): void {
  shared[key] = services;
}

/** What was left; none before `handOver`. */
export const handedOver = (): BuildServices | undefined => shared[key];
