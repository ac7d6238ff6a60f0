import type { APIRoute } from 'astro';
import { printSitemap, sitemapFiles, type SitemapEntry } from '../archive/sitemap.ts';
import { site } from '../site.ts';
import { ownPaths } from './_own-pages.ts';
import { getArchive, page } from './_archive.ts';

export async function getStaticPaths() {
  return [...sitemapFiles(await getArchive(), ownPaths())].map(([part, entries]) =>
    page({ part }, entries),
  );
}

export const GET: APIRoute<{ view: SitemapEntry[] }> = ({ props }) =>
  new Response(printSitemap(props.view, site.address));
