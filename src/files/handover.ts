// A build reads and checks the content once, and Astro's loader, which runs in the same process but in a module
// graph of its own, takes it from here instead of reading everything again.

import type { Article } from '../article/article.ts';

const key = Symbol.for('dateline.articles');
const shared = globalThis as { [key]?: Article[] | undefined };

/** Leaves the articles for the loader. */
export function handOver(articles: Article[]): void {
  shared[key] = articles;
}

/** Takes what a build left, once; none outside a build. */
export function takeHandedOver(): Article[] | undefined {
  const articles = shared[key];
  shared[key] = undefined;
  return articles;
}
