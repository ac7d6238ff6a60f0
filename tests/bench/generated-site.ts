// Generated articles as the pages of a site that has nothing else: what the search index is built from.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IndexedArticle } from '../../src/search/indexed-article.ts';
import { generateArticles, type GeneratedArticle, type GenerateOptions } from './generate.ts';

/** Writes the page of an article. */
export function writePage(siteDir: string, article: GeneratedArticle): IndexedArticle {
  const indexed = indexedArticle(article);
  const folder = join(siteDir, indexed.id);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'index.html'), printPage(article));
  return indexed;
}

function indexedArticle(article: GeneratedArticle): IndexedArticle {
  const { title, date, section, tags, authors } = article;
  const id = article.file.replace(/^articles\//, '').replace(/\.md$/, '');
  return { id, title, headline: 'given', date, section, tags, authors, lang: 'en', dir: 'ltr' };
}

export function printPage({ title, body }: GeneratedArticle): string {
  const blocks = body
    .trim()
    .split('\n\n')
    .map((block, i) =>
      block.startsWith('## ') ? `<h2 id="part-${i}">${block.slice(3)}</h2>` : `<p>${block}</p>`,
    );
  return `<!doctype html><html lang="en"><head><title>${title}</title></head><body><main><article data-pagefind-body><h1 data-pagefind-meta="title">${title}</h1><div class="prose">${blocks.join('')}</div></article></main></body></html>`;
}

/** Writes the pages of generated articles. Returns them newest first, the undated last. */
export function writeGeneratedSite(siteDir: string, options: GenerateOptions): IndexedArticle[] {
  const articles: IndexedArticle[] = [];
  for (const article of generateArticles(options)) articles.push(writePage(siteDir, article));
  return newestFirst(articles);
}

export function newestFirst(articles: IndexedArticle[]): IndexedArticle[] {
  return articles.toSorted((a, b) => {
    const [one, other] = [key(a), key(b)];
    return one === other ? (a.id < b.id ? -1 : 1) : one < other ? 1 : -1;
  });
}

const key = ({ date }: IndexedArticle): string => (date === 'undated' ? '' : date);
