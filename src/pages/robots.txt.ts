import type { APIRoute } from 'astro';
import { absolute } from '../archive/urls.ts';
import { site } from '../site.ts';

/** RFC 9309: everything may be read; the sitemap says what there is. */
export const GET: APIRoute = () =>
  new Response(`User-agent: *\nDisallow:\n\nSitemap: ${absolute(site.address, '/sitemap.xml')}\n`);
