// Reads what the search looks at from an article's finished page.

import { Parser } from 'htmlparser2';
import type { ArticleText } from './format/manifest.ts';
import type { IndexedArticle } from './indexed-article.ts';

/** A heading, a paragraph, an item of a list … of an article. */
export interface TextBlock {
  text: string;
  /** 1 for the headline, 2 to 6 for a heading; absent for other text. */
  level?: number;
  /** The anchor of a heading. */
  id?: string;
}

/** Elements that stand within a line of text. */
const inline = new Set(
  'a abbr b bdi bdo cite code data del dfn em font i img ins kbd label mark q rp rt ruby s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

const silent = new Set(['script', 'style', 'template', 'noscript', 'svg', 'math']);

const mark = 'data-pagefind-body';

/**
 * Reads the element of a page that is marked `data-pagefind-body`, without what in it is marked `data-pagefind-ignore`: what
 * stands beside an article changes with other articles. Nothing else of the markup is looked at, so that no attribute of a
 * template or of an article's own HTML decides how it is found.
 *
 * @returns its blocks in order, white space as one blank; nothing where a page has no such element
 */
export function readArticleText(page: string): TextBlock[] | undefined {
  const blocks: TextBlock[] = [];
  let open: TextBlock = { text: '' };
  let isThere = false;
  /** How many elements are open below the marked one, itself included, and below one that is passed over. */
  let depth = 0;
  let passedOver = 0;
  const breakBlock = (next: TextBlock = { text: '' }): void => {
    const text = open.text.replace(/[ \t\r\n\f]+/g, ' ').trim();
    if (text !== '') blocks.push({ ...open, text });
    open = next;
  };
  const parser = new Parser({
    onopentag(name, attributes) {
      if (depth === 0 && (isThere || !(mark in attributes))) return;
      isThere = true;
      depth++;
      if (passedOver > 0 || silent.has(name) || 'data-pagefind-ignore' in attributes) passedOver++;
      else if (name === 'br') open.text += ' ';
      else if (!inline.has(name)) breakBlock(headingOf(name, attributes['id']));
    },
    ontext(text) {
      if (depth > 0 && passedOver === 0) open.text += text;
    },
    onclosetag(name) {
      if (depth === 0) return;
      depth--;
      if (passedOver > 0) passedOver--;
      else if (name !== 'br' && !inline.has(name)) breakBlock();
      // Nothing behind it is looked at.
      if (depth === 0) parser.pause();
    },
  });
  // What stands before it, styles and scripts among it, need not be read.
  parser.end(page.slice(Math.max(0, page.lastIndexOf('<', page.indexOf(mark)))));
  return isThere ? blocks : undefined;
}

function headingOf(name: string, id: string | undefined): TextBlock {
  const level = /^h([1-6])$/.exec(name)?.[1];
  if (level === undefined) return { text: '' };
  return { text: '', level: Number(level), ...(id ? { id } : {}) };
}

/** What the browser shows of an article. */
export function printArticleText(
  article: IndexedArticle,
  blocks: readonly TextBlock[],
): ArticleText {
  let content = '';
  const headings: ArticleText['headings'] = [];
  for (const { text, level, id } of blocks) {
    if (level === 1) continue;
    if (content !== '') content += '\n';
    if (level !== undefined && id !== undefined) headings.push({ at: content.length, id, text });
    content += text;
  }
  const { id, title, date, section, lang, dir, authors, tags, thumbnail } = article;
  return {
    id,
    title,
    ...(article.titleOrigin === 'derived' ? { derived: true as const } : {}),
    date,
    ...(section ? { section } : {}),
    lang,
    dir,
    authors: [...authors],
    tags: [...tags],
    content,
    headings,
    ...(thumbnail ? { thumbnail } : {}),
  };
}
