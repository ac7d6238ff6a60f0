// The pictures that lie beside articles: each is served from its article's own address, `/2023/11/12/flood/map.svg`,
// so that a name in the text, `![](map.svg)`, leads there as it stands.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { APIRoute, GetStaticPaths } from 'astro';
import { picturePath, pictureSlug } from '../archive/pictures.ts';
import { contentDir } from '../files/content-dir.ts';
import { getArchive } from './_archive.ts';

export const getStaticPaths = (async () => {
  const { newestFirst } = await getArchive();
  return newestFirst.flatMap((article) =>
    article.pictures
      .filter((picture) => !picture.startsWith('/'))
      .map((picture) => ({
        params: { picture: `${article.id}/${pictureSlug(picture)}` },
        props: { file: picturePath(article.file, picture) },
      })),
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ file: string }> = async ({ props }) =>
  new Response(await readFile(join(contentDir, props.file)));
