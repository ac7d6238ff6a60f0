// The feeds of topics, sections and authors.

import { printAtom } from '../archive/feeds/atom.ts';
import { feedPath, termPath } from '../archive/urls.ts';
import { termFeeds, type TermFeed } from '../views/feed-views.ts';
import type { Taxonomy } from '../views/term-views.ts';
import { getArchive, page } from './_archive.ts';
import { feedOf } from './_feed.ts';

export async function termFeedPages(kind: Taxonomy) {
  return termFeeds(await getArchive(), kind, Date.now()).map((view) =>
    page({ slug: view.slug }, view),
  );
}

/** @param kindPath where the pages of its kind are */
export function printTermFeed(kindPath: string, { name, slug, entries }: TermFeed): Response {
  const path = termPath(kindPath, slug);
  return new Response(printAtom(feedOf(name, { path: feedPath(path), page: path }), entries));
}
