import { toString } from 'mdast-util-to-string';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

const parser = unified().use(remarkParse).freeze();

/**
 * The text of a body's first paragraphs without Markdown's marks, for a headline or a summary: at least
 * 200 characters where the body has them, from paragraphs only.
 */
export function openingText(body: string): string {
  let opening = '';
  // An opening never needs more than this; a definition further down is not missed by a summary.
  for (const node of parser.parse(body.slice(0, 4000)).children) {
    if (node.type !== 'paragraph') continue;
    const text = toString(node, { includeImageAlt: false, includeHtml: false }).trim();
    if (text === '') continue;
    opening += opening === '' ? text : `\n\n${text}`;
    if (opening.length >= 200) break;
  }
  return opening;
}

/** The local pictures that a body shows, as written there; those elsewhere on the web are left out. */
export function picturesOf(body: string): string[] {
  if (!/!\[|<img\b/i.test(body)) return [];
  const pictures: string[] = [];
  const definitions = new Map<string, string>();
  const tree = parser.parse(body);
  visit(tree, 'definition', ({ identifier, url }) => {
    if (!definitions.has(identifier)) definitions.set(identifier, url);
  });
  visit(tree, (node) => {
    if (node.type === 'image') pictures.push(node.url);
    else if (node.type === 'imageReference') pictures.push(definitions.get(node.identifier) ?? '');
    else if (node.type === 'html') pictures.push(...imagesOfHtml(node.value));
  });
  return pictures.filter((picture) => picture !== '' && isLocal(picture));
}

function imagesOfHtml(html: string): string[] {
  return [...html.matchAll(/<img\b[^>]*?\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/gi)].map(
    ([, double, single, bare]) => (double ?? single ?? bare ?? '').trim().replace(/&amp;/g, '&'),
  );
}

/** Whether a picture's address names a file of this archive, no other host and no scheme. */
export const isLocal = (address: string): boolean => !/^[a-z][a-z0-9+.-]*:|^\/\//i.test(address);

const ideograph = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;

/** Counts the words of a text; in scripts without spaces two characters count as a word. */
export function countWords(text: string): number {
  const ideographs = text.match(ideograph)?.length ?? 0;
  const rest = ideographs === 0 ? text : text.replace(ideograph, ' ');
  return Math.ceil(ideographs / 2) + (rest.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0);
}
