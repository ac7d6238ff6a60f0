// The disk's side of an archive: the content folder is walked, each file read and parsed.

import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { parseArticle, type Article } from '../article/article.ts';
import { cleanFileText } from '../article/clean-text.ts';
import { cutFrontMatter } from '../article/front-matter.ts';
import type { Problem } from '../problem.ts';
import { FileChanging, type FileMemory } from './file-memory.ts';
import { readIfThere } from './read-unchanged.ts';
import { Stop } from '../disk/stop.ts';
import { listKeptFiles, walkFolder, type UnfollowedLink } from '../disk/walk-folder.ts';

/** The content folder's part that holds articles. */
export const articlesFolder = 'articles';

/** What lies in an archive beside its articles. */
const ofArchive = /^(?:archive\.yaml|pages|public|dist)$/;

/** Lists what lies in a content folder to be shown by its articles, relative to it. */
export const listContentFiles = (contentDir: string): string[] =>
  listKeptFiles(contentDir, (_, path) => ofArchive.test(path));

/**
 * Lists the article files below a content folder, in the order of their paths, relative to it and with
 * forward slashes. Files and folders whose name begins with a dot or an underscore are passed over.
 */
export async function findArticleFiles(contentDir: string): Promise<string[]> {
  return (await walkArticles(contentDir)).files;
}

interface ArticleFiles {
  files: string[];
  /** What has the name of an article file and is none: a pipe would keep its reader waiting for ever. */
  others: string[];
  unfollowed: UnfollowedLink[];
}

async function walkArticles(contentDir: string): Promise<ArticleFiles> {
  const found: ArticleFiles = { files: [], others: [], unfollowed: [] };
  const walk = walkFolder(join(contentDir, articlesFolder), {
    passOver: (name) => /^[._]/.test(name),
    onUnfollowed: ({ path, leads }) =>
      found.unfollowed.push({ path: `${articlesFolder}/${path}`, leads }),
  });
  let seen = 0;
  for (const { path, isFile } of walk) {
    if (/\.(?:md|markdown)$/i.test(path))
      (isFile ? found.files : found.others).push(`${articlesFolder}/${path}`);
    if (++seen % filesAtOnce === 0) await nextTurn();
  }
  found.files.sort();
  found.others.sort();
  return found;
}

/** What is wrong with a link that was not followed; nothing where a single file is missed, which is told elsewhere. */
function explainLink({ path, leads }: UnfollowedLink): Problem[] {
  const place = { file: path };
  if (leads === 'nowhere') {
    if (extname(path) !== '') return [];
    return [
      {
        place,
        rule: 'link-nowhere',
        severity: 'error',
        message:
          'The link leads to nothing; the articles behind it would be missing from the site.',
        fix: 'Mount the disk or make the folder that it names, or remove the link.',
      },
    ];
  }
  const why =
    leads === 'twice'
      ? 'The link leads to a folder that is read already, and was not followed.'
      : 'The link leads to a folder that holds the articles themselves, and was not followed.';
  return [
    {
      place,
      rule: 'link-not-followed',
      severity: 'warning',
      message: why,
      fix: 'Remove it, or let it lead to a folder of other articles.',
    },
  ];
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
        fix: 'Save it as UTF-8, or let `npm run import` read it: it knows other encodings.',
      },
    };
  }
}

/** What is kept of an article file between builds: all but its body. */
export interface KnownArticle {
  article?: Article | undefined;
  problems: Problem[];
}

/** The largest article file, in bytes: ten times the longest novel. */
const largestArticle = 32 * 1024 * 1024;

const tooLarge = (file: string): Problem => ({
  place: { file },
  rule: 'file-too-large',
  severity: 'error',
  message: `The file is larger than ${largestArticle / 1024 / 1024} MB, which no article is.`,
  fix: 'Cut it into several articles, or move it out of the folder `content/articles/`.',
});

const notAFile = (file: string): Problem => ({
  place: { file },
  rule: 'not-a-file',
  severity: 'error',
  message: 'This is a pipe, a device or a link that leads to no file.',
  fix: 'Delete it, or put the article in its place.',
});

/** Makes an article of a file's bytes. */
function parseFile(bytes: Uint8Array, file: string, language: string): KnownArticle {
  if (bytes.length > largestArticle) return { problems: [tooLarge(file)] };
  const decoded = decode(bytes, file);
  if ('problem' in decoded) return { problems: [decoded.problem] };
  const { article, problems } = parseArticle(decoded.text, { file, language });
  return { article, problems };
}

/** Reads one article file; a file that cannot be read is a problem like any other. */
export function readArticle(
  contentDir: string,
  file: string,
  language: string,
  memory?: FileMemory<KnownArticle>,
): KnownArticle {
  const path = join(contentDir, file);
  const parse = (bytes: Uint8Array): KnownArticle => parseFile(bytes, file, language);
  try {
    const known = memory ? memory.read(file, path, parse).value : parse(readFileSync(path));
    return withEmbargo(known, Date.now());
  } catch (error) {
    return { problems: [unreadable(error, file)] };
  }
}

/** An article whose moment has not come is a draft. What is remembered of it does not depend on the time. */
function withEmbargo(known: KnownArticle, now: number): KnownArticle {
  const { article } = known;
  if (article?.publishAt === undefined || Date.parse(article.publishAt) <= now) return known;
  return { ...known, article: { ...article, draft: true } };
}

function unreadable(error: unknown, file: string): Problem {
  const problem = { place: { file }, severity: 'error' as const };
  if (error instanceof FileChanging) {
    return {
      ...problem,
      rule: 'file-changing',
      message: 'The file was written to while it was read.',
      fix: 'Wait until it is saved, then try again.',
    };
  }
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined) throw error;
  return {
    ...problem,
    rule: 'file-unreadable',
    message: `The file cannot be read (${code}).`,
    fix: 'Correct its permissions, or move it out of the folder `content/articles/`.',
  };
}

export interface Content {
  articles: Article[];
  problems: Problem[];
}

/** After this many files other work (a key pressed, progress shown) has its turn. */
const filesAtOnce = 200;

/**
 * Reads every article below a content folder.
 *
 * @param onProgress is told how many files of how many have been read
 * @param memory spares the reading of files that have not changed
 */
export async function readContent(
  contentDir: string,
  language: string,
  onProgress?: (done: number, total: number) => void,
  memory?: FileMemory<KnownArticle>,
): Promise<Content> {
  const { files, others, unfollowed } = await walkArticles(contentDir);
  const content: Content = {
    articles: [],
    problems: [...others.map(notAFile), ...unfollowed.flatMap(explainLink)],
  };
  for (const [i, file] of files.entries()) {
    // The body is let go at once: an archive of 100,000 articles is held without its texts.
    const { article, problems } = readArticle(contentDir, file, language, memory);
    if (article) content.articles.push(article);
    content.problems.push(...problems);
    onProgress?.(i + 1, files.length);
    if ((i + 1) % filesAtOnce === 0) await nextTurn();
  }
  return content;
}

/** Reads the Markdown body of an article; it must be the text that the article was read from. */
export function readBody(contentDir: string, article: Pick<Article, 'file' | 'digest'>): string {
  const text = cleanFileText(
    readIfThere(join(contentDir, article.file))?.toString('utf8') ?? '',
  ).text;
  const parts = hash('sha256', text) === article.digest ? cutFrontMatter(text) : undefined;
  if (!parts || 'fault' in parts) {
    throw new Stop(`\`${article.file}\` changed while the site was built. Build again.`);
  }
  return parts.body;
}
