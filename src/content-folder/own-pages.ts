// The keeper's own pages: `pages/about.md` of an archive is served at `/about/`, `pages/guide/index.md` at `/guide/`.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { cleanFileText } from '../article/clean-text.ts';
import { explainFault } from '../article/field-problems.ts';
import { findKey, parseFrontMatter } from '../article/front-matter.ts';
import { listKeptFiles } from '../disk/walk-folder.ts';
import { isError, type Problem } from '../problem.ts';

/** The folder of the pages, in the content folder. */
export const pagesFolder = 'pages';

export interface OwnPage {
  /** Its path without the outer slashes: `guide/backup`. */
  id: string;
  /** Relative to the content folder. */
  file: string;
  title: string;
  /** One sentence for search engines. */
  description?: string | undefined;
  /** In Markdown. */
  body: string;
}

const frontMatter = z.object({
  title: z.string().trim().min(1),
  description: z.optional(z.string().trim().min(1)),
});

const named = /^[\p{Ll}\p{Lo}\p{N}]+(?:-[\p{Ll}\p{Lo}\p{N}]+)*$/u;

/** Reads all pages below `pages/` whose names end in `.md`; those that begin with a dot or an underscore are passed over. */
export function readOwnPages(contentDir: string): { pages: OwnPage[]; problems: Problem[] } {
  const pages: OwnPage[] = [];
  const problems: Problem[] = [];
  const files = listKeptFiles(join(contentDir, pagesFolder), (name) => /^[._]/.test(name));
  for (const name of files) {
    const read = name.endsWith('.md') ? readPage(contentDir, name) : { problems: [notAPage(name)] };
    if (read.page && !read.problems.some(isError)) pages.push(read.page);
    problems.push(...read.problems);
  }
  return { pages, problems };
}

function readPage(
  contentDir: string,
  name: string,
): { page?: OwnPage | undefined; problems: Problem[] } {
  const file = `${pagesFolder}/${name}`;
  const { text } = cleanFileText(readFileSync(join(contentDir, file), 'utf8'));
  const parts = parseFrontMatter(text);
  if ('fault' in parts) return { problems: [explainFault(parts, text, file)] };
  const id = name.replace(/(?:(?:^|\/)index)?\.md$/, '').normalize('NFC');
  const problems: Problem[] = [];
  if (!id.split('/').every((part) => named.test(part))) {
    problems.push({
      place: { file },
      rule: 'page-misnamed',
      severity: 'error',
      message: `The name \`${name}\` cannot be an address.`,
      fix: 'Name pages and their folders with small letters, digits and hyphens: `how-to-search.md`.',
    });
  }
  for (const key of Object.keys(parts.data).filter((known) => !(known in frontMatter.shape))) {
    problems.push({
      place: { file, ...findKey(parts.yaml, [key]) },
      rule: 'key-unknown',
      severity: 'warning',
      message: `\`${key}\` is not a field of a page; it is shown nowhere.`,
      fix: `The fields are ${Object.keys(frontMatter.shape).join(', ')}.`,
    });
  }
  const { data } = frontMatter.safeParse(parts.data);
  if (data === undefined) {
    problems.push({
      place: { file, line: 2, column: 1 },
      rule: 'page-title-missing',
      severity: 'error',
      message: 'The page has no title, or one of its fields is not text.',
      fix: 'Write it like this: `title: How to search`.',
    });
  }
  return { page: data && { id, file, ...data, body: parts.body }, problems };
}

const notAPage = (name: string): Problem => ({
  place: { file: `${pagesFolder}/${name}` },
  rule: 'file-not-read',
  severity: 'warning',
  message: 'This is not a page: the names of pages end in `.md`.',
  fix: 'Put pictures and other files of pages into `public/`, or an underscore before the name.',
});
