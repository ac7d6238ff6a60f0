import type { APIRoute } from 'astro';
import { printAtom } from '../archive/atom.ts';
import { ledLinks, linkResolver } from '../archive/links.ts';
import { planPictures } from '../archive/pictures.ts';
import { absolute, paths } from '../archive/urls.ts';
import { UNDATED } from '../article/calendar-date.ts';
import { site } from '../site.ts';
import { words } from '../words.ts';
import { getArchive, getFiles } from './_archive.ts';
import { renderBody } from './_body.ts';

const newest = 50;

const addressOf = (path: string): string => absolute(site.address, path);

export const GET: APIRoute = async () => {
  const { newestFirst } = await getArchive();
  const articles = newestFirst.filter(({ date }) => date !== UNDATED).slice(0, newest);
  const { findPicture, findFile } = await getFiles();
  const resolve = linkResolver(newestFirst, findFile);
  const entries = await Promise.all(
    articles.map(async (article) => {
      const { shown } = planPictures(article, findPicture);
      const place = { pictures: shown, links: ledLinks(article, resolve) };
      return { article, html: (await renderBody(article, place, addressOf)).html };
    }),
  );
  const feed = {
    title: `${site.name}: ${words.feedTitle}`,
    address: site.address,
    path: paths.feed,
    page: paths.front,
    author: site.publisher,
    licence: `${site.licence.name} ${site.licence.url}`,
    language: site.language,
  };
  return new Response(printAtom(feed, entries));
};
