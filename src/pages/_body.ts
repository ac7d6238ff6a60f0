import type { Article } from '../article/article.ts';
import type { RenderedBody } from '../article/markdown.ts';
import type { ShownPicture } from '../archive/pictures.ts';
import { contentDir } from '../files/content-dir.ts';
import { handedOver } from '../build/handover.ts';
import { renderFile } from '../build/render-body.ts';

/**
 * Reads and renders an article's text, when its page is made.
 *
 * @param shown the article's pictures, by slug
 * @param addressOf makes the address of a path: one on this site, or a whole one for a feed
 */
export async function renderBody(
  article: Article,
  shown: Readonly<Record<string, ShownPicture>>,
  addressOf: (path: string) => string,
): Promise<RenderedBody> {
  const pictures = { shown, root: addressOf('/') };
  const { renderBody: render = renderFile.bind(undefined, contentDir) } = handedOver() ?? {};
  return render(article, pictures);
}
