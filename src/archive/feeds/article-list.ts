import type { Article } from '../../article/article.ts';
import { yearOf } from '../../article/calendar-date.ts';
import { escapeHtml } from '../../markdown/escape-html.ts';
import { absolute, paths } from '../urls.ts';

/** Prints articles as a list of links with their years, for readers of feeds. */
export const printArticleList = (articles: readonly Article[], address: string): string =>
  `<ul>${articles
    .map(
      (article) =>
        `<li>${yearOf(article.date) ?? ''}: <a href="${escapeHtml(absolute(address, paths.article(article)))}" lang="${escapeHtml(article.lang)}" dir="${article.dir}">${escapeHtml(article.title)}</a></li>`,
    )
    .join('')}</ul>`;
