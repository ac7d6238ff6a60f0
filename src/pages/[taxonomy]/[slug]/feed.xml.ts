// The feed of a topic, a section or an author.

import type { APIRoute } from 'astro';
import { taxonomies } from '../../../archive/archive.ts';
import { printAtom } from '../../../archive/feeds/atom.ts';
import { feedPath, paths, termPath } from '../../../archive/urls.ts';
import { termFeeds, type TermFeed } from '../../../views/feed-views.ts';
import { getArchive, page } from '../../_archive.ts';
import { feedOf } from '../../_feed.ts';

export async function getStaticPaths() {
  const archive = await getArchive();
  const now = Date.now();
  return taxonomies.flatMap((taxonomy) =>
    termFeeds(archive, taxonomy, now).map((view) => page({ taxonomy, slug: view.slug }, view)),
  );
}

export const GET: APIRoute<{ view: TermFeed }> = ({ params, props: { view } }) => {
  const taxonomy = taxonomies.find((one) => one === params['taxonomy']) ?? 'topics';
  const { name, slug, entries } = view;
  const path = termPath(paths[taxonomy], slug);
  return new Response(printAtom(feedOf(name, { path: feedPath(path), page: path }), entries));
};
