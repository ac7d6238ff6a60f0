// The names of topics, sections and authors in small parts, for the script that finds what is typed.

import type { APIRoute } from 'astro';
import { taxonomies } from '../../../archive/archive.ts';
import { site } from '../../../site.ts';
import { namesParts, type NamesPart } from '../../../views/taxonomy-views.ts';
import { getArchive, page } from '../../_archive.ts';

export async function getStaticPaths() {
  const archive = await getArchive();
  return taxonomies.flatMap((taxonomy) =>
    namesParts(archive, taxonomy, site.language).map(({ key, ...view }) =>
      page({ taxonomy, part: key }, view),
    ),
  );
}

export const GET: APIRoute<{ view: Omit<NamesPart, 'key'> }> = ({ props: { view } }) =>
  new Response(JSON.stringify({ names: view.names, next: view.next }));
