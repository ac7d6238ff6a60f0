// A corpus of real articles outside the project, `../shared/corpus`, for measuring how well things are found.
// Nothing of it enters the project. Where it is absent, there is nothing to measure, and that is said.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openingText } from '../../src/article/body-facts.ts';
import { deriveHeadline } from '../../src/opening/opening.ts';

export const corpusDir = '../shared/corpus';

export interface CorpusArticle {
  id: string;
  title: string;
  date: string;
  /** Markdown without front matter. */
  body: string;
}

interface Known {
  title: string;
  date: string;
}

/** Reads the articles and plain texts of the corpus; none where there is no corpus. */
export function readCorpus(): CorpusArticle[] {
  if (!existsSync(corpusDir)) return [];
  const articles = join(corpusDir, 'articles');
  const key = readKnown(join(articles, 'key.json'));
  const fromMarkdown = Object.entries(key).map(([file, { title, date }]) =>
    anArticle(file, date, title, withoutFrontMatter(readFileSync(join(articles, file), 'utf8'))),
  );
  const texts = join(corpusDir, 'plain-text');
  const titles = readKnown(join(texts, 'titles.json'));
  const fromText = readdirSync(texts)
    .filter((file) => file.endsWith('.txt'))
    .map((file) => {
      const body = readFileSync(join(texts, file), 'utf8').replace(
        /^\s*date \d{4}-\d{2}-\d{2}\s*/,
        '',
      );
      // The texts have no headlines; an archive derives them, so the measurement does as well.
      const title = deriveHeadline(openingText(body), 'en') ?? file;
      return anArticle(file, titles[file]?.date ?? 'undated', title, body);
    });
  return [...fromMarkdown, ...fromText].toSorted((a, b) => (a.date < b.date ? 1 : -1));
}

const readKnown = (file: string): Record<string, Known> =>
  JSON.parse(readFileSync(file, 'utf8')) as Record<string, Known>;

function anArticle(file: string, date: string, title: string, body: string): CorpusArticle {
  const slug = file.replace(/\.\w+$/, '').replaceAll(/[^a-zA-Z0-9]+/g, '-');
  return { id: `${date.replaceAll('-', '/')}/${slug}`, title: title.trim(), date, body };
}

/** Front matter between fences, or lines of fields up to the first empty line. */
function withoutFrontMatter(source: string): string {
  const text = source
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .trimStart();
  const fenced = /^---\n[\s\S]*?\n---\n/.exec(text);
  if (fenced) return text.slice(fenced[0].length);
  return /^\w+:/.test(text) ? text.slice(text.indexOf('\n\n') + 2) : text;
}
