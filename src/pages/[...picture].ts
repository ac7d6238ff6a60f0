// The pictures that lie beside articles: each is served from its article's own address, `/2023/11/12/flood/map.svg`,
// so that a name in the text, `![](map.svg)`, leads there as it stands.

import { join } from 'node:path';
import type { APIRoute, GetStaticPaths } from 'astro';
import { picturePath, pictureSlug } from '../archive/pictures.ts';
import { contentDir } from '../files/content-dir.ts';
import { digestOf, readUnchanged } from '../files/digest-of.ts';
import { getArchive, page } from './_archive.ts';

export const getStaticPaths = (async () => {
  const { newestFirst } = await getArchive();
  return newestFirst.flatMap((article) =>
    article.pictures
      .filter((picture) => !picture.startsWith('/'))
      .map((picture) => {
        const file = picturePath(article.file, picture);
        const digest = digestOf(join(contentDir, file));
        return page({ picture: `${article.id}/${pictureSlug(picture)}` }, { file, digest });
      }),
  );
}) satisfies GetStaticPaths;

interface Props {
  view: { file: string; digest: string };
}

export const GET: APIRoute<Props> = ({ props }) =>
  new Response(readUnchanged(join(contentDir, props.view.file), props.view.digest));
