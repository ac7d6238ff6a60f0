import type { APIRoute } from 'astro';
import { printOpenSearch } from '../archive/opensearch.ts';
import { absolute, paths } from '../archive/urls.ts';
import { site } from '../site.ts';
import { messages } from '../messages.ts';

export const GET: APIRoute = () =>
  new Response(
    printOpenSearch({
      name: site.name,
      description: messages.searchThe(site.name),
      language: site.language,
      page: absolute(site.address, paths.search),
      icon: absolute(site.address, '/favicon.svg'),
    }),
  );
