import { toString } from 'mdast-util-to-string';
import { remark } from 'remark';
import { visit } from 'unist-util-visit';

const parser = remark().freeze();

/**
 * The text of a body's first paragraphs without Markdown's marks, for a headline or a summary: at least
 * 200 characters where the body has them, from paragraphs only.
 */
export function openingText(body: string): string {
  // An opening never needs more than this; a definition further down is not missed by a summary.
  const head = body.slice(0, 4000);
  return plainOpening(head) ?? parsedOpening(head);
}

/** A paragraph that says the same with Markdown and without: no mark in it, none at the head of a line. */
const plainParagraph =
  /^(?!(?:[#>+=~|:-]|\d{1,9}[.)]))[^\s\\`*_[\]<&][^\\`*_[\]<&\n]*(?:\n(?!(?:[#>+=~|:-]|\d{1,9}[.)]))[^\s\\`*_[\]<&][^\\`*_[\]<&\n]*)*$/;

/** The opening of a text that begins with plain paragraphs, in a hundredth of the time of parsing it. */
function plainOpening(head: string): string | undefined {
  let opening = '';
  for (const written of head.split(/\n(?:[ \t]*\n)+/)) {
    const paragraph = written.replace(/^\n+|\n+$/g, '');
    if (paragraph === '') continue;
    if (/[ \t]\n/.test(paragraph) || !plainParagraph.test(paragraph)) return undefined;
    const text = paragraph.trim();
    opening += opening === '' ? text : `\n\n${text}`;
    if (opening.length >= 200) break;
  }
  return opening;
}

function parsedOpening(head: string): string {
  let opening = '';
  for (const node of parser.parse(head).children) {
    if (node.type !== 'paragraph') continue;
    const text = toString(node, { includeImageAlt: false, includeHtml: false }).trim();
    // What a table is to GFM is a paragraph of bars to this parser.
    if (text === '' || text.startsWith('|')) continue;
    opening += opening === '' ? text : `\n\n${text}`;
    if (opening.length >= 200) break;
  }
  return opening;
}

/**
 * The local pictures that a body shows, written as marks, by reference or as an HTML element: the names of
 * their files, not encoded. Those elsewhere on the web are left out.
 */
export function picturesOf(body: string): string[] {
  if (!/!\[|<img/i.test(body)) return [];
  const tree = parser.parse(body);
  const addresses = new Map<string, string>();
  visit(tree, 'definition', ({ identifier, url }) => {
    // The first definition of a name counts (CommonMark 0.31 §4.7).
    if (!addresses.has(identifier)) addresses.set(identifier, url);
  });
  const found: string[] = [];
  visit(tree, (node) => {
    if (node.type === 'image') found.push(node.url);
    else if (node.type === 'imageReference') found.push(addresses.get(node.identifier) ?? '');
    else if (node.type === 'html') found.push(...sourcesIn(node.value));
  });
  return found.filter(isLocal).flatMap(fileOf);
}

function sourcesIn(html: string): string[] {
  const source = /\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i;
  return (html.match(/<img\s[^>]*>/gi) ?? []).flatMap((tag) => {
    const match = source.exec(tag);
    return match ? [match[1] ?? match[2] ?? match[3] ?? ''] : [];
  });
}

/** The file that an address names, without its query and fragment; none for an address that has nothing else. */
function fileOf(address: string): string[] {
  const path = address.replace(/[?#].*$/s, '');
  if (path === '') return [];
  try {
    return [decodeURIComponent(path)];
  } catch {
    return [path];
  }
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
