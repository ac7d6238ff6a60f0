import type { APIRoute } from 'astro';
import { printOpml } from '../../archive/feeds/opml.ts';
import { messages } from '../../messages.ts';
import { site } from '../../site.ts';
import { getArchive } from '../_archive.ts';
import { feedGroups } from '../_feed-groups.ts';

export const GET: APIRoute = async () =>
  new Response(
    printOpml(`${site.name}: ${messages.feeds}`, feedGroups(await getArchive()), site.address),
  );
