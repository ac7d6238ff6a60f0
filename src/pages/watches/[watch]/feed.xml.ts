// The feed of what a saved search finds.

import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { printAtom } from '../../../archive/feeds/atom.ts';
import { feedEntry } from '../../../archive/feeds/feed.ts';
import { feedPath, paths, termPath } from '../../../archive/urls.ts';
import { site } from '../../../site.ts';
import { getWatched } from '../../_archive.ts';
import { feedOf } from '../../_feed.ts';

/** So many stand in the feed. */
const newestShown = 50;

export const getStaticPaths = () =>
  site.watches.map((watch) => ({ params: { watch: watch.slug }, props: { watch } }));

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props }) => {
  const { name, query, slug } = props.watch;
  const path = termPath(paths.watches, slug);
  const { articles } = await getWatched(query);
  const now = Date.now();
  const entries = articles.slice(0, newestShown).map((article) => feedEntry(article, now));
  return new Response(printAtom(feedOf(name, { path: feedPath(path), page: path }), entries));
};
