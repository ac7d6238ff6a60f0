import type { APIRoute } from 'astro';
import { printAtom } from '../archive/atom.ts';
import { printFullText } from '../archive/full-text.ts';
import { ledLinks, linkResolver } from '../archive/links.ts';
import { planPictures } from '../archive/pictures.ts';
import { absolute, paths } from '../archive/urls.ts';
import { UNDATED } from '../article/calendar-date.ts';
import { fileNameOf } from '../article/file-names.ts';
import { site } from '../site.ts';
import { messages } from '../messages.ts';
import { getArchive, getFiles } from './_archive.ts';
import { renderBody } from './_body.ts';

const newest = 50;

const addressOf = (path: string): string => absolute(site.address, path);

const inFull = { ...messages, language: site.language };

export const GET: APIRoute = async () => {
  const { newestFirst } = await getArchive();
  const articles = newestFirst.filter(({ date }) => date !== UNDATED).slice(0, newest);
  const { findPicture, findFile } = await getFiles();
  const resolve = linkResolver(newestFirst, findFile);
  const entries = await Promise.all(
    articles.map(async (article) => {
      const { shown } = planPictures(article, findPicture);
      const place = { pictures: shown, links: ledLinks(article, resolve) };
      const { html } = await renderBody(article, place, addressOf);
      const picture = article.image && shown[fileNameOf(article.image.src)];
      return { article, html: printFullText(article, { html, picture }, inFull, addressOf) };
    }),
  );
  const feed = {
    title: `${site.name}: ${messages.feedTitle}`,
    address: site.address,
    path: paths.feed,
    page: paths.front,
    author: site.publisher,
    licence: `${site.licence.name} ${site.licence.url}`,
    language: site.language,
  };
  return new Response(printAtom(feed, entries));
};
