// Astro's door to the archive: a collection that holds what lists need to know of each article, and no text.
// A page reads and renders its own Markdown when it is made; the store stays small at 100,000 articles.

import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import type { Article } from './article/article.ts';
import { contentDir } from './files/content-dir.ts';
import { readContent } from './files/content.ts';
import { isError, printProblem } from './problem.ts';
import { site } from './site.ts';

const articles = defineCollection({
  loader: {
    name: 'dateline',
    async load({ store, logger, watcher }) {
      const read = async (): Promise<Article[]> => {
        const { articles, problems } = await readContent(contentDir, site.language);
        for (const problem of problems.filter(isError)) logger.error(printProblem(problem));
        return articles;
      };
      const fill = (articles: readonly Article[]): void => {
        store.clear();
        for (const article of articles) {
          // Checked by our own parser, with places in its problems; a second check would find nothing.
          store.set({ id: article.id, digest: article.digest, data: { ...article } });
        }
      };
      // A build hands its articles to the pages itself: written to Astro's store, they would be one string, which
      // at 100,000 articles costs seconds and at some more is longer than a string can be.
      if (!watcher) return store.clear();
      fill(await read());
      watcher.add(contentDir);
      for (const event of ['add', 'change', 'unlink'] as const) {
        watcher.on(event, (path) => {
          if (path.startsWith(contentDir)) void read().then(fill);
        });
      }
    },
  },
  schema: z.custom<Article>(),
});

export const collections = { articles };
