// Generated articles as the pages of a site that has nothing else: what the search index is built from. The pages are
// those that the templates make, with other words in them.

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IndexedArticle } from '../../src/search/indexed-article.ts';
import { takePage, type PrintPage } from '../search/article-page.ts';
import { generateArticles, type GeneratedArticle, type GenerateOptions } from './generate.ts';

/** Writes the page of an article. */
export function writePage(
  siteDir: string,
  article: GeneratedArticle,
  page: PrintPage,
): IndexedArticle {
  const indexed = indexedArticle(article);
  const folder = join(siteDir, indexed.id);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'index.html'), printGeneratedPage(article, page));
  return indexed;
}

function indexedArticle(article: GeneratedArticle): IndexedArticle {
  const { title, date, section, tags, authors } = article;
  const id = article.file.replace(/^articles\//, '').replace(/\.md$/, '');
  return { id, title, titleOrigin: 'given', date, section, tags, authors, lang: 'en', dir: 'ltr' };
}

export function printGeneratedPage({ title, body }: GeneratedArticle, page: PrintPage): string {
  const blocks = body
    .trim()
    .split('\n\n')
    .map((block, i) =>
      block.startsWith('## ') ? `<h2 id="part-${i}">${block.slice(3)}</h2>` : `<p>${block}</p>`,
    );
  return page({ title, body: blocks.join('') });
}

/** Builds the small newspaper, and takes a page of it. */
export function renderTemplate(): PrintPage {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-template-'));
  const args = ['--content', 'tests/site/newspaper', '--out', join(folder, 'site')];
  execFileSync(process.execPath, ['src/commands/build.ts', ...args, '--without-search'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const page = takePage(join(folder, 'site'));
  rmSync(folder, { recursive: true });
  return page;
}

/** Writes the pages of generated articles. Returns them newest first, the undated last. */
export function writeGeneratedSite(siteDir: string, options: GenerateOptions): IndexedArticle[] {
  const articles: IndexedArticle[] = [];
  const page = renderTemplate();
  for (const article of generateArticles(options)) articles.push(writePage(siteDir, article, page));
  return newestFirst(articles);
}

export function newestFirst(articles: IndexedArticle[]): IndexedArticle[] {
  return articles.toSorted((a, b) => {
    const [one, other] = [key(a), key(b)];
    return one === other ? (a.id < b.id ? -1 : 1) : one < other ? 1 : -1;
  });
}

const key = ({ date }: IndexedArticle): string => (date === 'undated' ? '' : date);
