import type { APIRoute } from 'astro';
import { printAtom } from '../../archive/feeds/atom.ts';
import { feedPath, paths } from '../../archive/urls.ts';
import { messages } from '../../messages.ts';
import { correctionEntries } from '../../views/correction-views.ts';
import { getArchive } from '../_archive.ts';
import { feedOf } from '../_feed.ts';

export const GET: APIRoute = async () => {
  const feed = feedOf(messages.corrections, {
    path: feedPath(paths.corrections),
    page: paths.corrections,
  });
  return new Response(printAtom(feed, correctionEntries(await getArchive(), Date.now())));
};
