import type { Article } from '../article/article.ts';
import type { BodyPictures } from '../article/body-pictures.ts';
import { renderMarkdown, type RenderedBody } from '../article/markdown.ts';
import { pictureSlug, type ShownPicture } from '../archive/pictures.ts';
import { encodePath } from '../archive/urls.ts';
import { contentDir } from '../files/content-dir.ts';
import { readBody } from '../files/content.ts';

/**
 * Reads and renders an article's text, when its page is made. An error names the file: HTML nested thousands deep
 * exhausts the stack, and of a hundred thousand articles nobody could tell which one it was.
 *
 * @param shown the article's pictures, by slug
 * @param addressOf makes the address of a picture from its path: one on this site, or a whole one for a feed
 */
export async function renderBody(
  article: Article,
  shown: Readonly<Record<string, ShownPicture>>,
  addressOf: (path: string) => string,
): Promise<RenderedBody> {
  const pictures: BodyPictures = {
    find: (address) => shown[pictureSlug(address)],
    addressOf: (path) => addressOf(encodePath(path)),
  };
  const body = await readBody(contentDir, article);
  try {
    return renderMarkdown(body, pictures);
  } catch (cause) {
    throw new Error(`The text of ${article.file} cannot be rendered.`, { cause });
  }
}
