// The pictures that lie beside articles, and other files that they link to: each is served from its article's own
// address, `/2023/11/12/flood/map.jpg`, a picture in smaller sizes and other formats beside it, `map-640.avif`.

import type { APIRoute } from 'astro';
import { filesBeside, linkResolver } from '../archive/links.ts';
import { planPictures, type PictureOutput } from '../archive/pictures.ts';
import { contentDir } from '../configuration/archive-folder.ts';
import { readUnchanged } from '../content-folder/read-unchanged.ts';
import { pictureFile } from '../content-folder/pictures.ts';
import { getArchive, getFiles, page } from './_archive.ts';

export async function getStaticPaths() {
  const [{ newestFirst }, { findPicture, findFile }] = await Promise.all([
    getArchive(),
    getFiles(),
  ]);
  const resolve = linkResolver(newestFirst, findFile);
  return newestFirst.flatMap((article) => {
    const { outputs } = planPictures(article, findPicture);
    const shown = new Set(outputs.map(({ path }) => path));
    const linked = filesBeside(article, resolve, findFile).filter(({ path }) => !shown.has(path));
    return [...outputs, ...linked].map((output) => page({ picture: output.path.slice(1) }, output));
  });
}

export const GET: APIRoute<{ view: PictureOutput }> = async ({ props }) => {
  const { file, digest, making } = props.view;
  const original = readUnchanged(pictureFile(contentDir, file), digest);
  if (!making) return new Response(Buffer.from(original));
  // Every build lists the pictures, few make any: what makes them is loaded when it is needed.
  const { makePicture } = await import('../content-folder/make-picture.ts');
  return new Response(Buffer.from(await makePicture(original, making)));
};
