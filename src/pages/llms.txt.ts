import type { APIRoute } from 'astro';
import { printLlmsTxt } from '../archive/llms-txt.ts';
import { site } from '../site.ts';

export const GET: APIRoute = () => new Response(printLlmsTxt(site));
