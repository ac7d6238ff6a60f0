import type { APIRoute } from 'astro';
import { printSitemapIndex, sitemapParts } from '../archive/sitemap.ts';
import { site } from '../site.ts';
import { getArchive } from './_archive.ts';

export const GET: APIRoute = async () =>
  new Response(printSitemapIndex(sitemapParts(await getArchive()), site.address));
