// The addresses that articles had before: each a small page that leads to the article.

import type { APIRoute } from 'astro';
import {
  oldAddresses,
  otherTopicAddresses,
  printOldAddress,
  type OldAddress,
} from '../archive/old-addresses.ts';
import { absolute, encodePath } from '../archive/urls.ts';
import { href } from '../components/href.ts';
import { site } from '../site.ts';
import { getArchive, getTopicNotes, page } from './_archive.ts';

export async function getStaticPaths() {
  const archive = await getArchive();
  return [
    ...oldAddresses(archive.newestFirst),
    ...otherTopicAddresses(archive, getTopicNotes(), site.language),
  ].map((old) => page({ old: old.file }, old));
}

export const GET: APIRoute<{ view: OldAddress }> = ({ props: { view } }) => {
  const to = encodePath(view.to);
  return new Response(
    printOldAddress(view, { link: href(to), canonical: absolute(site.address, to) }),
  );
};
