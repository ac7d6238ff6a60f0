import type { APIRoute } from 'astro';
import { site } from '../../site.ts';
import { shareViews, type SharePicture } from '../../views/share-views.ts';
import { messages } from '../../messages.ts';
import { getArchive, page } from '../_archive.ts';

export async function getStaticPaths() {
  return shareViews(await getArchive(), site, messages.undated).map(({ path, view }) =>
    page({ of: path.slice(1, -'/share.png'.length) }, view),
  );
}

export const GET: APIRoute<{ view: SharePicture['view'] }> = async ({ props }) => {
  // Every build lists the pictures, few draw any: what draws them is loaded when it is needed.
  const { drawSharePicture } = await import('../../share-picture/draw-share-picture.ts');
  return new Response(Buffer.from(await drawSharePicture(props.view)));
};
