// The page of an article as the templates render it, with another article's headline and text in it: tests and
// measurements of the search look at the markup that readers get, without building a site for each archive.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What is put into the page, as HTML. */
interface PageParts {
  title: string;
  body: string;
  lang?: string | undefined;
  dir?: string | undefined;
}

export type PrintPage = (parts: PageParts) => string;

/** An article of the small newspaper of `tests/site/newspaper/`, whose page is taken. */
export const templateArticle = '2020/02/29/leap-day-market-opens';

const articleTag = /(<article class="h-entry" lang=")[^"]*(" dir=")[^"]*(" data-pagefind-body)/;
const headline = /(<h1 class="p-name"[^>]*>)[\s\S]*?(<\/h1>)/;
const text = /(<div class="prose e-content">)[\s\S]*?(<\/div>\s*<\/copy-link>)/;

/**
 * Takes a built page as a template.
 *
 * @throws Error where the page is not as the templates made it when this was written
 */
export function takePage(siteDir: string, id: string = templateArticle): PrintPage {
  const page = readFileSync(join(siteDir, id, 'index.html'), 'utf8');
  for (const part of [articleTag, headline, text]) {
    if (!part.test(page)) throw new Error(`The page of ${id} has nothing like ${part}.`);
  }
  return ({ title, body, lang = 'en', dir = 'ltr' }) =>
    page
      .replace(articleTag, (_, start: string, then: string, end: string) =>
        [start, lang, then, dir, end].join(''),
      )
      .replace(headline, (_, start: string, end: string) => start + title + end)
      .replace(text, (_, start: string, end: string) => start + body + end);
}
