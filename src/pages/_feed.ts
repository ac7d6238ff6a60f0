// What the pages of feeds share: what the site says of a feed, and whole texts.

import { printFullText } from '../archive/full-text.ts';
import type { Feed, FeedEntry } from '../archive/feeds/feed.ts';
import { absolute } from '../archive/urls.ts';
import { fileNameOf } from '../article/file-names.ts';
import { messages } from '../messages.ts';
import { site } from '../site.ts';
import type { FullEntry } from '../views/feed-views.ts';
import { renderBody } from './_body.ts';

const addressOf = (path: string): string => absolute(site.address, path);

const words = { ...messages, language: site.language };

/** A feed of this site; its title is the site's with the part's. */
export const feedOf = (
  part: string,
  { path, page, history }: Pick<Feed, 'path' | 'page' | 'history'>,
): Feed => ({
  title: `${site.name}: ${part}`,
  description: site.description,
  address: site.address,
  path,
  page,
  author: site.publisher,
  licence: [site.licence.name, site.licence.url].filter(Boolean).join(' '),
  language: site.language,
  ...(history && { history }),
});

/** Gives entries their whole texts. */
export const withTexts = (entries: readonly FullEntry[]): Promise<FeedEntry[]> =>
  Promise.all(
    entries.map(async ({ entry, text }) => {
      if (!text) return entry;
      const { article, pictures, links } = text;
      const { html } = await renderBody(article, { pictures, links }, addressOf);
      const picture = article.image && pictures[fileNameOf(article.image.src)];
      return { ...entry, html: printFullText(article, { html, picture }, words, addressOf) };
    }),
  );
