// The pages that Eleventy makes, of Eleventy's templates, which are functions from data to HTML; `templates/` is a copy of its
// folder. Astro reads the articles with its stock loader, renders their Markdown and writes the pages.

import { getCollection } from 'astro:content';
import configure from './templates/eleventy.config.js';
import { render as renderArticle } from './templates/_includes/article.11ty.js';
import { render as renderGroup } from './templates/groups.11ty.js';
import { render as renderIndex } from './templates/index.11ty.js';

async function gather() {
  const entries = await getCollection('articles');
  const items = entries.map(({ data, body = '' }) => ({ data, url: data.url, rawInput: body }));
  const collections = {};
  configure({
    addCollection(name, make) {
      collections[name] = make({ getFilteredByGlob: () => items });
    },
    addGlobalData() {},
  });
  const articles = entries.map(({ data, rendered }) => ({
    url: data.url,
    print: () =>
      renderArticle({
        ...data,
        content: rendered.html,
        page: { url: data.url },
        around: collections.around.get(data.url),
      }),
  }));
  const groups = collections.groups.map((group) => ({
    url: group.url,
    print: () => renderGroup({ group }),
  }));
  const index = { url: '/', print: () => renderIndex({ collections }) };
  return { collections, pages: [index, ...articles, ...groups] };
}

let gathered;

/** All pages, each with a function that prints it, and the collections that they are made of. */
export const getSite = () => (gathered ??= gather());
