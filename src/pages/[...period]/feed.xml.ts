// The archive documents (RFC 5005 §4): all articles of a month in full, and where the month before is. Those known only
// to the year, and those without a date, have documents of their own.

import type { APIRoute } from 'astro';
import { printAtom } from '../../archive/feeds/atom.ts';
import { feedPath, paths } from '../../archive/urls.ts';
import { formatDateTag, UNDATED } from '../../article/calendar-date.ts';
import { messages } from '../../messages.ts';
import { site } from '../../site.ts';
import { archiveDocuments, type ArchiveDocument } from '../../views/feed-views.ts';
import { getArchive, getFiles, page } from '../_archive.ts';
import { feedOf, withTexts } from '../_feed.ts';

export async function getStaticPaths() {
  return archiveDocuments(await getArchive(), await getFiles(), Date.now()).map((view) =>
    page({ period: paths.date(view.period).slice(1, -1) }, view),
  );
}

export const GET: APIRoute<{ view: ArchiveDocument }> = async ({ props: { view } }) => {
  const { period, previous, entries } = view;
  const ofPeriod = paths.date(period);
  const name = period === UNDATED ? messages.undated : formatDateTag(period, site.language);
  const feed = feedOf(name, {
    path: feedPath(ofPeriod),
    page: ofPeriod,
    history: { isArchive: true, previous },
  });
  return new Response(printAtom(feed, await withTexts(entries)));
};
