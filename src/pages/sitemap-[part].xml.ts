import type { APIRoute } from 'astro';
import { printSitemap, sitemapFiles, type SitemapEntry } from '../archive/sitemap.ts';
import { site } from '../site.ts';
import { getArchive, page } from './_archive.ts';

export async function getStaticPaths() {
  return [...sitemapFiles(await getArchive())].map(([part, entries]) => page({ part }, entries));
}

export const GET: APIRoute<{ view: SitemapEntry[] }> = ({ props }) =>
  new Response(printSitemap(props.view, site.address));
