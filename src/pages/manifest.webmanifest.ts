import type { APIRoute } from 'astro';
import { printWebManifest } from '../archive/web-manifest.ts';
import { directionOf } from '../article/article.ts';
import { site } from '../site.ts';

export const GET: APIRoute = () => new Response(printWebManifest(site, directionOf(site.language)));
