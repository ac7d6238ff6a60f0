// Pagefind keeps each article's text in a `fragment` file. Put together they are large files of which a reader
// wants one article; one by one they are as many files as articles. So they are repacked: a few files, each
// article compressed by itself, of which the browser asks for the bytes of one (RFC 9110 §14, range requests).

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { ArticleText } from './format/manifest.ts';
import { formsAnchor } from './format/word-forms.ts';
import type { IndexedArticle } from './indexed-article.ts';

/** A fragment as Pagefind 1.6 writes it. */
interface Fragment {
  url: string;
  content: string;
  anchors: { element: string; id: string; location: number; text: string }[];
}

/** Stands at the head of each decompressed file of Pagefind 1.6. */
const signature = 'pagefind_dcd';

/** Reads the texts that Pagefind indexed, by article id. */
export async function readFragments(bundleDir: string): Promise<Map<string, Fragment>> {
  const folder = join(bundleDir, 'fragment');
  const fragments = new Map<string, Fragment>();
  for (const file of await readdir(folder)) {
    const text = gunzipSync(await readFile(join(folder, file))).toString('utf8');
    const data = JSON.parse(text.slice(signature.length)) as Fragment | Record<string, Fragment>;
    const found = isFragment(data) ? [data] : Object.values(data);
    for (const fragment of found) fragments.set(fragment.url, fragment);
  }
  return fragments;
}

const isFragment = (data: object): data is Fragment => 'anchors' in data && 'content' in data;

/** What the browser shows of an article, with the block of further forms cut off. */
export function articleText(article: IndexedArticle, fragment: Fragment): ArticleText {
  const forms = fragment.anchors.find(({ id }) => id === formsAnchor);
  const headings = fragment.anchors
    .filter(({ element, id }) => /^h[2-6]$/i.test(element) && id !== formsAnchor)
    .map(({ location, id, text }) => ({ at: location, id, text }));
  return {
    id: article.id,
    title: article.title,
    ...(article.headline === 'derived' ? { derived: true as const } : {}),
    date: article.date,
    ...(article.section ? { section: article.section } : {}),
    lang: article.lang,
    dir: article.dir,
    authors: [...article.authors],
    tags: [...article.tags],
    content: forms ? firstWords(fragment.content, forms.location) : fragment.content,
    headings,
  };
}

/** The first words of a text as Pagefind counts them: divided by white space. */
function firstWords(content: string, count: number): string {
  const separators = /[^\S\uFEFF]+/g;
  let end = content.length;
  for (let i = 0; i < count; i++) {
    const separator = separators.exec(content);
    if (!separator) return content;
    end = separator.index;
  }
  return content.slice(0, end);
}
