import type { APIRoute } from 'astro';
import { paths } from '../../../archive/urls.ts';
import type { TermFeed } from '../../../views/feed-views.ts';
import { printTermFeed, termFeedPages } from '../../_term-feed.ts';

export const getStaticPaths = () => termFeedPages('sections');

export const GET: APIRoute<{ view: TermFeed }> = ({ props: { view } }) =>
  printTermFeed(paths.sections, view);
