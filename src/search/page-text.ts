// Takes an article's text out of its finished page and makes it ready for the index.

import {
  divideWords,
  formsAnchor,
  furtherForms,
  isUnspaced,
  markTitle,
  titleMark,
} from './format/word-forms.ts';

const bodyMark = /<([a-z][a-z0-9-]*)\b[^>]*\sdata-pagefind-body\b[^>]*>/i;

const ignoreMark = ' data-pagefind-ignore';

/**
 * Finds the element of a page that is marked `data-pagefind-body`, as HTML. Left out is what no search looks at, so
 * that a change to it makes no index anew: elements that are marked `data-pagefind-ignore`, for what stands beside an
 * article changes with other articles; comments; classes and the marks of styles; white space beyond a space.
 *
 * @returns nothing where a page has no such element, or does not close it
 */
export function findIndexedElement(page: string): string | undefined {
  const start = bodyMark.exec(page)?.index;
  const end = start === undefined ? undefined : endOfElement(page, start);
  return end === undefined ? undefined : leaveOutLooks(leaveOutIgnored(page.slice(start, end)));
}

const leaveOutLooks = (html: string): string =>
  html
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<[a-z][^>]*>/gi, (tag) =>
      tag.replace(/\s(?:class|data-astro-[\w-]+)(?:="[^"]*")?/g, ''),
    )
    .replace(/[ \t\r\n]+/g, ' ');

/** Where an element ends whose opening tag begins at a place; nowhere if it is not closed. */
function endOfElement(html: string, start: number): number | undefined {
  const name = /^<([a-z][a-z0-9-]*)/i.exec(html.slice(start, start + 40))?.[1];
  if (name === undefined) return undefined;
  const tags = new RegExp(`<(/?)${name}\\b[^>]*>`, 'gi');
  tags.lastIndex = start;
  let depth = 0;
  for (let tag = tags.exec(html); tag; tag = tags.exec(html)) {
    depth += tag[1] === '/' ? -1 : 1;
    if (depth === 0) return tags.lastIndex;
  }
  return undefined;
}

function leaveOutIgnored(html: string): string {
  const kept: string[] = [];
  let from = 0;
  for (let mark = html.indexOf(ignoreMark); mark >= 0; mark = html.indexOf(ignoreMark, mark + 1)) {
    const start = html.lastIndexOf('<', mark);
    // The same letters in a text are no mark; one inside an element that is left out has gone with it.
    const isMark = start >= from && !html.slice(start, mark).includes('>');
    const end = isMark ? endOfElement(html, start) : undefined;
    if (end === undefined) continue;
    kept.push(html.slice(from, start));
    from = end;
  }
  return kept.join('') + html.slice(from);
}

/** An element's text without its tags; character references stay as they are, for they hold no word. */
const textOf = (html: string): string => html.replace(/<[^>]*>/g, ' ');

/** Divides the words of an element's text, and leaves its tags alone. */
function divideText(html: string): string {
  return html
    .replace(/&#(?:39|x27);|&apos;/gi, "'")
    .replace(/(<[^>]*>)|([^<]+)/g, (_, tag: string | undefined, text: string | undefined) =>
      tag === undefined ? divideWords(text ?? '') : tag,
    );
}

/** What Pagefind is given for one article. */
export interface IndexInput {
  /** The article's id, which stands for its address. */
  id: string;
  title: string;
  /** The element that holds its text, from its page. */
  element: string;
  /** Its place in its shard; 0 is the newest. */
  position: number;
}

/**
 * Prints the HTML document that Pagefind indexes for an article: its text with divided words, a sort key, and
 * at the end a block of further forms under which it can be found, which no excerpt shows.
 *
 * @param language the language whose stemmer the index uses
 */
export function printIndexDocument(input: IndexInput, language: string): string {
  const { element, title, position } = input;
  const text = textOf(element);
  const forms = [...furtherForms(text)];
  const titleForms = [...furtherForms(title)].map((form) => titleMark + form);
  const end = element.lastIndexOf('</');
  // The key is text, not a number: Pagefind compares numbers with 32 bits only.
  const key = `k${String(position).padStart(7, '0')}`;
  const further = [markTitle(title), ...titleForms, ...forms].join(' ');
  return [
    `<!doctype html><html lang="${language}"><body>`,
    divideText(element.slice(0, end)),
    `<p id="${formsAnchor}" data-pagefind-sort="order:${key}" data-pagefind-weight="0.5">${escapeText(further)}</p>`,
    element.slice(end),
    '</body></html>',
  ].join('');
}

const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The words of a text as they may be suggested to a reader: letters only, of some length, in lower case. */
export function suggestibleWords(text: string): Set<string> {
  const words = new Set<string>();
  for (const [word] of text.matchAll(/[\p{L}][\p{L}\p{M}]+/gu)) {
    if (word.length >= 3 && word.length <= 30 && !isUnspaced(word)) words.add(word.toLowerCase());
  }
  return words;
}
