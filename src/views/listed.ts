// A view is all that one page shows, as plain data: a page is made from its view and from nothing else, so
// that a page whose view has not changed need not be made again.

import type { Article } from '../article/article.ts';

/** What a list says of an article. Only a change to these rewrites the lists it stands in. */
export type Listed = Pick<
  Article,
  'id' | 'title' | 'titleOrigin' | 'date' | 'summary' | 'section' | 'lang' | 'dir'
>;

const listedArticles = new WeakMap<Article, Listed>();

/** An article as lists show it; the same object each time, so that views share it. */
export function listed(article: Article): Listed {
  let entry = listedArticles.get(article);
  if (!entry) {
    const { id, title, titleOrigin, date, summary, section, lang, dir } = article;
    entry = { id, title, titleOrigin, date, summary, section, lang, dir };
    listedArticles.set(article, entry);
  }
  return entry;
}
