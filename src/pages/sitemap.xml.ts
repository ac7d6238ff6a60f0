import type { APIRoute } from 'astro';
import { printSitemapIndex, sitemapFiles } from '../archive/sitemap.ts';
import { site } from '../site.ts';
import { ownPaths } from './_own-pages.ts';
import { getArchive } from './_archive.ts';

export const GET: APIRoute = async () =>
  new Response(
    printSitemapIndex([...sitemapFiles(await getArchive(), ownPaths()).keys()], site.address),
  );
