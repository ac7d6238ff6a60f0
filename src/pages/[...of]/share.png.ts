import type { APIRoute } from 'astro';
import { drawSharePicture } from '../../share-picture/draw-share-picture.ts';
import { site } from '../../site.ts';
import { shareViews, type SharePicture } from '../../views/share-views.ts';
import { messages } from '../../messages.ts';
import { getArchive, page } from '../_archive.ts';

export async function getStaticPaths() {
  return shareViews(await getArchive(), site, messages.undated).map(({ path, view }) =>
    page({ of: path.slice(1, -'/share.png'.length) }, view),
  );
}

export const GET: APIRoute<{ view: SharePicture['view'] }> = async ({ props }) =>
  new Response(Buffer.from(await drawSharePicture(props.view)));
