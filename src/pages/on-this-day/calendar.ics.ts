import type { APIRoute } from 'astro';
import { printCalendar } from '../../archive/feeds/icalendar.ts';
import { messages } from '../../messages.ts';
import { site } from '../../site.ts';
import { onThisDayEvents } from '../../views/feed-views.ts';
import { getArchive } from '../_archive.ts';

export const GET: APIRoute = async () => {
  const title = `${site.name}: ${messages.onThisDay}`;
  const events = onThisDayEvents(await getArchive(), site);
  return new Response(printCalendar({ title, language: site.language }, events));
};
