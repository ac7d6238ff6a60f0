// The disk's side of an archive: the content folder is walked, each file read and parsed.

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArticle, type Article, type ParsedArticle } from '../article/article.ts';
import { parseFrontMatter } from '../article/front-matter.ts';
import type { Problem } from '../problem.ts';

/** The content folder's part that holds articles. */
export const articlesFolder = 'articles';

/** How many files are open at a time. */
const filesAtOnce = 32;

/**
 * Lists the article files below a content folder, in the order of their paths, relative to it and with
 * forward slashes. Files and folders whose name begins with a dot or an underscore are passed over.
 */
export async function findArticleFiles(contentDir: string): Promise<string[]> {
  const found: string[] = [];
  const walk = async (folder: string): Promise<void> => {
    const entries = await readdir(join(contentDir, folder), { withFileTypes: true });
    for (const entry of entries) {
      if (/^[._]/.test(entry.name)) continue;
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) await walk(path);
      else if (/\.(?:md|markdown)$/i.test(entry.name)) found.push(path);
    }
  };
  try {
    await walk(articlesFolder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  return found.toSorted();
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Decodes a file's bytes, or says that they are not UTF-8. */
function decode(bytes: Uint8Array, file: string): { text: string } | { problem: Problem } {
  try {
    return { text: utf8.decode(bytes) };
  } catch {
    return {
      problem: {
        place: { file },
        rule: 'not-utf8',
        severity: 'error',
        message: 'The file is not text in UTF-8.',
        mend: 'Save it as UTF-8, or let `npm run import` read it: it knows other encodings.',
      },
    };
  }
}

/** Reads one article file. */
export async function readArticle(
  contentDir: string,
  file: string,
  language: string,
): Promise<ParsedArticle> {
  const decoded = decode(await readFile(join(contentDir, file)), file);
  if ('problem' in decoded) return { body: '', problems: [decoded.problem] };
  return parseArticle(decoded.text, { file, language });
}

export interface Content {
  articles: Article[];
  problems: Problem[];
}

/**
 * Reads every article below a content folder.
 *
 * @param onProgress is told how many files of how many have been read
 */
export async function readContent(
  contentDir: string,
  language: string,
  onProgress?: (done: number, total: number) => void,
): Promise<Content> {
  const files = await findArticleFiles(contentDir);
  const content: Content = { articles: [], problems: [] };
  const results: ParsedArticle[] = Array.from({ length: files.length });
  let next = 0;
  let done = 0;
  const work = async (): Promise<void> => {
    while (next < files.length) {
      const i = next++;
      const { article, problems } = await readArticle(contentDir, files[i] as string, language);
      // The body is let go at once: an archive of 100,000 articles is held without its texts.
      results[i] = { article, problems, body: '' };
      onProgress?.(++done, files.length);
    }
  };
  await Promise.all(Array.from({ length: Math.min(filesAtOnce, files.length) }, work));
  for (const { article, problems } of results) {
    if (article) content.articles.push(article);
    content.problems.push(...problems);
  }
  return content;
}

/** Reads the Markdown body of an article whose file was found sound before. */
export async function readBody(contentDir: string, article: Article): Promise<string> {
  const text = await readFile(join(contentDir, article.file), 'utf8');
  const parts = parseFrontMatter(text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'));
  if ('fault' in parts) throw new Error(`${article.file} changed while the site was built.`);
  return parts.body;
}
