// The newest articles in full, in each format of feeds: `/feed.xml` (Atom), `/rss.xml`, `/feed.json`.

import type { APIRoute } from 'astro';
import { printAtom } from '../archive/feeds/atom.ts';
import { printJsonFeed } from '../archive/feeds/json-feed.ts';
import { printRss } from '../archive/feeds/rss.ts';
import { paths } from '../archive/urls.ts';
import { messages } from '../messages.ts';
import { newestFeed } from '../views/feed-views.ts';
import { getArchive, getFiles, page } from './_archive.ts';
import { feedOf, withTexts } from './_feed.ts';

const formats: Record<string, typeof printAtom> = {
  [paths.feed]: printAtom,
  [paths.rss]: printRss,
  [paths.jsonFeed]: printJsonFeed,
};

export async function getStaticPaths() {
  const view = newestFeed(await getArchive(), await getFiles(), Date.now());
  return Object.keys(formats).map((path) => page({ newest: path.slice(1) }, view));
}

export const GET: APIRoute<{ view: ReturnType<typeof newestFeed> }> = async ({
  params,
  props: { view },
}) => {
  const path = `/${params['newest'] ?? ''}`;
  const print = formats[path] ?? printAtom;
  const feed = feedOf(messages.feedTitle, {
    path,
    page: paths.front,
    history: { isArchive: false, previous: view.previous },
  });
  return new Response(print(feed, await withTexts(view.entries)));
};
