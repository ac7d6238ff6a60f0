import type { Article } from '../article/article.ts';
import { renderMarkdown, type RenderedBody } from '../markdown/render-markdown.ts';
import type { FootnoteWords, Surroundings } from '../markdown/surroundings.ts';
import { fileNameOf } from '../article/file-names.ts';
import type { ShownPicture } from '../archive/pictures.ts';
import { encodePath, withBase } from '../archive/urls.ts';
import { readBody } from '../content-folder/content.ts';

/** Where a text is shown, as plain data, for it may be rendered on another thread. */
export interface BodyPlace {
  /** Its pictures, by the names of their files. */
  shown: Readonly<Record<string, ShownPicture>>;
  /** Where its links by file lead, as paths, by their address as written. */
  links: Readonly<Record<string, string>>;
  /** The address of the site's root: `/`, or a whole one for a feed. */
  root: string;
  footnotes: FootnoteWords;
}

/** What of an article says where its text stands. */
export type TextFile = Pick<Article, 'file' | 'digest'>;

/**
 * Reads and renders an article's text. An error names the file: HTML nested thousands deep exhausts the stack,
 * and of a hundred thousand articles nobody could tell which one it was.
 */
export function renderFile(
  contentDir: string,
  article: TextFile,
  { shown, links, root, footnotes }: BodyPlace,
): RenderedBody {
  const surroundings: Surroundings = {
    findPicture: (address) => shown[fileNameOf(address)],
    links,
    addressOf: (path) => withBase(root, encodePath(path)),
    root,
    footnotes,
  };
  const body = readBody(contentDir, article);
  try {
    return renderMarkdown(body, surroundings);
  } catch (cause) {
    throw new Error(`The text of ${article.file} cannot be rendered.`, { cause });
  }
}
