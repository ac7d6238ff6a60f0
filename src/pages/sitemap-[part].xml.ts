import type { APIRoute } from 'astro';
import {
  printSitemap,
  sitemapEntries,
  sitemapParts,
  type SitemapEntry,
} from '../archive/sitemap.ts';
import { site } from '../site.ts';
import { getArchive, page } from './_archive.ts';

export async function getStaticPaths() {
  const archive = await getArchive();
  return sitemapParts(archive).map((part) => page({ part }, sitemapEntries(part, archive)));
}

export const GET: APIRoute<{ view: SitemapEntry[] }> = ({ props }) =>
  new Response(printSitemap(props.view, site.address));
