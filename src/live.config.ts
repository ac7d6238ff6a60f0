// Astro's door to the articles: a live collection, which asks for them when pages are made. Astro's own store would
// hold all of them as one text, which at 100,000 articles costs seconds and at some more is too long for a string.

import { defineLiveCollection } from 'astro:content';
import type { LiveLoader } from 'astro/loaders';
import type { Article } from './article/article.ts';
import { handedOver } from './handover/handover.ts';

type Data = Article & Record<string, unknown>;

const entryOf = (article: Article) => ({ id: article.id, data: article as Data });

/** Holds what lists need to know of each article, and no text: a page renders its own. */
const loader: LiveLoader<Data, { id: string }> = {
  name: 'dateline',
  loadCollection: () => Promise.resolve({ entries: (handedOver()?.articles ?? []).map(entryOf) }),
  loadEntry: ({ filter: { id } }) => {
    const found = handedOver()?.articles.find((article) => article.id === id);
    return Promise.resolve(found && entryOf(found));
  },
};

export const collections = { articles: defineLiveCollection({ loader }) };
