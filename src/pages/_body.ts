import type { Article } from '../article/article.ts';
import type { RenderedBody } from '../markdown/render-markdown.ts';
import { contentDir } from '../content-folder/content-dir.ts';
import { interfaceText } from '../components/interface-text.ts';
import { handedOver } from '../handover/handover.ts';
import { messages } from '../messages.ts';
import { renderFile, type BodyPlace } from '../handover/render-body.ts';

const footnotes: BodyPlace['footnotes'] = {
  footnotes: messages.footnotes,
  backToReference: messages.backToReference,
  ...interfaceText,
};

/**
 * Reads and renders an article's text, when its page is made.
 *
 * @param pictures the article's, by the names of their files
 * @param links where its links by file lead, as paths, by their address as written
 * @param addressOf makes the address of a path: one on this site, or a whole one for a feed
 */
export async function renderBody(
  article: Article,
  { pictures, links }: { pictures: BodyPlace['shown']; links: BodyPlace['links'] },
  addressOf: (path: string) => string,
): Promise<RenderedBody> {
  const place: BodyPlace = { shown: pictures, links, root: addressOf('/'), footnotes };
  const { renderBody: render = renderFile.bind(undefined, contentDir) } = handedOver() ?? {};
  return render(article, place);
}
