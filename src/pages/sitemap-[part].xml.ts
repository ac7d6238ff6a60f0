import type { APIRoute } from 'astro';
import { printSitemap, sitemapEntries, sitemapParts } from '../archive/sitemap.ts';
import { site } from '../site.ts';
import { getArchive } from './_archive.ts';

export async function getStaticPaths() {
  return sitemapParts(await getArchive()).map((part) => ({ params: { part } }));
}

export const GET: APIRoute<Record<string, never>, { part: string }> = async ({ params }) =>
  new Response(printSitemap(sitemapEntries(params.part, await getArchive()), site.address));
