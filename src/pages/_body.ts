// The texts of articles, rendered when their pages and feeds are made.

import type { Article } from '../article/article.ts';
import type { RenderedBody } from '../markdown/render-markdown.ts';
import { contentDir } from '../configuration/archive-folder.ts';
import { interfaceText } from '../components/interface-text.ts';
import { handedOver } from '../handover/handover.ts';
import { messages } from '../messages.ts';
import { renderFile, type BodyPlace } from '../handover/render-body.ts';

const footnotes: BodyPlace['footnotes'] = {
  footnotes: messages.footnotes,
  backToReference: messages.backToReference,
  ...interfaceText,
};

type Around = { pictures: BodyPlace['shown']; links: BodyPlace['links'] };

/**
 * Reads and renders an article's text. It stands on the article's page and in feeds, and is rendered once where they are
 * made one soon after the other.
 *
 * @param pictures the article's, by the names of their files
 * @param links where its links by file lead, as paths, by their address as written
 * @param addressOf makes the address of a path: one on this site, or a whole one for a feed
 */
export async function renderBody(
  article: Article,
  around: Around,
  addressOf: (path: string) => string,
): Promise<RenderedBody> {
  // The digest of a text does not stand in the text: addresses that begin with it are those that were made.
  const root = `/${article.digest}/`;
  const { html, headings } = await renderOnce(article, around, root);
  return { html: html.replaceAll(root, addressOf('/')), headings };
}

interface Kept {
  around: string;
  words: number;
  body: Promise<RenderedBody>;
}

/** Texts of so many words are kept, the last ones, about 20 MB. */
const mostWords = 3_000_000;

const kept = new Map<string, Kept>();
let keptWords = 0;

function renderOnce(
  article: Article,
  { pictures, links }: Around,
  root: string,
): Promise<RenderedBody> {
  const key = `${article.file}\n${article.digest}`;
  const around = JSON.stringify([pictures, links]);
  const known = kept.get(key);
  if (known?.around === around) return known.body;
  forget(key);
  const { renderBody: render = renderFile.bind(undefined, contentDir) } = handedOver() ?? {};
  const place: BodyPlace = { shown: pictures, links, root, footnotes };
  const body = (async () => render(article, place))();
  body.catch(() => forget(key));
  kept.set(key, { around, words: article.wordCount, body });
  keptWords += article.wordCount;
  for (const oldest of kept.keys()) {
    if (keptWords <= mostWords || oldest === key) break;
    forget(oldest);
  }
  return body;
}

function forget(key: string): void {
  keptWords -= kept.get(key)?.words ?? 0;
  kept.delete(key);
}
