import type { Thumbnail } from './format/manifest.ts';

/** What the index needs to know of an article beside its page; an article of the archive has all of it. */
export interface IndexedArticle {
  /** The path of its page without the outer slashes. */
  id: string;
  title: string;
  titleOrigin: 'given' | 'derived';
  /** `2023-11-12`, `2023-11`, `2023` or `undated`. */
  date: string;
  section?: string | undefined;
  tags: readonly string[];
  authors: readonly string[];
  lang: string;
  dir: 'ltr' | 'rtl';
  /** A small picture to show beside its result. */
  thumbnail?: Thumbnail | undefined;
}
