// Where the articles are that were once asked for by number, `/?p=12`: the front page's script looks there.

import type { APIRoute } from 'astro';
import { pathsByQuery } from '../archive/old-addresses.ts';
import { getArchive } from './_archive.ts';

export const GET: APIRoute = async () => {
  const { newestFirst } = await getArchive();
  return new Response(JSON.stringify(pathsByQuery(newestFirst)));
};
