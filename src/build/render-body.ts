import type { Article } from '../article/article.ts';
import type { BodyPictures } from '../article/body-pictures.ts';
import { renderMarkdown, type RenderedBody } from '../article/markdown.ts';
import { pictureSlug, type ShownPicture } from '../archive/pictures.ts';
import { encodePath, withBase } from '../archive/urls.ts';
import { readBody } from '../files/content.ts';

/** How a text's pictures are shown, as plain data, for the text may be rendered on another thread. */
export interface ShownPictures {
  /** By slug. */
  shown: Readonly<Record<string, ShownPicture>>;
  /** The address of the site's root: `/`, or a whole one for a feed. */
  root: string;
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
  { shown, root }: ShownPictures,
): RenderedBody {
  const pictures: BodyPictures = {
    find: (address) => shown[pictureSlug(address)],
    addressOf: (path) => withBase(root, encodePath(path)),
    root,
  };
  const body = readBody(contentDir, article);
  try {
    return renderMarkdown(body, pictures);
  } catch (cause) {
    throw new Error(`The text of ${article.file} cannot be rendered.`, { cause });
  }
}
