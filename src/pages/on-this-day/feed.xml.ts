// What was in the news on the day of the build and on the days before it: a feed that goes on as long as the site is
// built every day.

import type { APIRoute } from 'astro';
import { printAtom } from '../../archive/feeds/atom.ts';
import { feedPath, paths } from '../../archive/urls.ts';
import { messages } from '../../messages.ts';
import { site } from '../../site.ts';
import { onThisDayFeed } from '../../views/feed-views.ts';
import { getArchive } from '../_archive.ts';
import { feedOf } from '../_feed.ts';

export const GET: APIRoute = async () => {
  const feed = feedOf(messages.onThisDay, {
    path: feedPath(paths.onThisDays),
    page: paths.onThisDays,
  });
  return new Response(printAtom(feed, onThisDayFeed(await getArchive(), site, Date.now())));
};
