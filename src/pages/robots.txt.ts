import type { APIRoute } from 'astro';
import { printRobots } from '../archive/robots.ts';
import { absolute } from '../archive/urls.ts';
import { site } from '../site.ts';

export const GET: APIRoute = () =>
  new Response(printRobots(site.robots, absolute(site.address, '/sitemap.xml')));
