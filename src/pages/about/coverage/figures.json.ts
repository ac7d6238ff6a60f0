// The figures of the page on what the archive holds and lacks.

import type { APIRoute } from 'astro';
import { site } from '../../../site.ts';
import { coverageView } from '../../../views/coverage-view.ts';
import { getArchive } from '../../_archive.ts';

export const GET: APIRoute = async () =>
  new Response(`${JSON.stringify(coverageView(await getArchive(), site.timeSpan))}\n`);
