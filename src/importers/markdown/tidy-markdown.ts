// Foreign Markdown made fit for an article: nothing that acts, nothing that asks other servers, no comments.

import type { Html, Node, Nodes } from 'mdast';
import { toString } from 'mdast-util-to-string';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { visitParents } from 'unist-util-visit-parents';
import { htmlToMarkdown, type MarkdownFromHtml } from '../html/html-to-markdown.ts';
import { foreignAddress, resolveAddress } from '../html/resolve-media.ts';
import { isLocalPicture } from '../pictures.ts';
import { cutIntoPieces } from './cut-pieces.ts';
import { definitionLines, withDefinitions } from './definitions.ts';
import { takeInlineNotes } from './inline-notes.ts';
import { mapOutsideCode } from './outside-code.ts';
import { unindentHtml } from './unindent-html.ts';

const parser = unified().use(remarkParse).use(remarkGfm).freeze();
const toHtml = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeStringify, { allowDangerousHtml: true })
  .freeze();

/** Elements that may stand in Markdown as they are; any other, and any handler or style, takes the long way. */
const harmless =
  /^<\/?(?:a|abbr|b|blockquote|br|caption|center|cite|code|dd|del|details|div|dl|dt|em|figcaption|figure|h[1-6]|hr|i|ins|kbd|li|mark|ol|p|pre|q|s|samp|section|small|span|strike|strong|sub|summary|sup|table|tbody|td|tfoot|th|thead|tr|tt|u|ul|var|wbr)(?:\s+(?:href|title|alt|class|id|align|width|height|lang|dir|name|target|rel|colspan|rowspan|start|cite|open)\s*=\s*(?:"[^"<>]*"|'[^'<>]*'|[^\s"'<>=]+))*\s*\/?>$/i;

const tags = /<!--[\s\S]*?(?:-->|$)|<[/a-z!?](?:"[^"]*"|'[^']*'|[^>"'])*>?/gi;

const safeAddress = /^(?:https?:|mailto:|tel:|[^a-z]|[a-z0-9+.-]*(?:[^a-z0-9+.:-]|$))/i;

interface Edit {
  start: number;
  end: number;
  text: string;
}

/**
 * Tidies a Markdown body: comments go, pictures on other servers become links, relative addresses are made
 * whole where the page's own is known. A text with anything that acts is made anew from its safe HTML.
 */
export function tidyMarkdown(written: string, address?: string): MarkdownFromHtml {
  const body = takeInlineNotes(unindentHtml(written));
  const found: Found = { comments: 0, linked: 0, pictures: [] };
  const pieces = cutIntoPieces(body);
  const definitions = pieces.length > 1 ? definitionLines(body) : new Map<string, string>();
  const notes = new Set<string>();
  const tidy = pieces.map((piece) => {
    const { text, unsafe } = tidyPiece(piece, address, found);
    if (!unsafe) return text;
    const whole = pieces.length > 1 ? withDefinitions(hideNotes(piece), definitions) : piece;
    const clean = htmlToMarkdown(String(toHtml.processSync(whole)), address);
    for (const note of [
      ...clean.notes,
      'It held scripts, frames, forms or styles: those parts were made anew without them.',
    ])
      notes.add(note);
    found.pictures.push(...clean.pictures);
    return `\n\n${showNotes(clean.markdown)}\n\n`;
  });
  if (found.comments > 0) notes.add(`${found.comments} comments were left out.`);
  if (found.linked > 0) notes.add(`${found.linked} pictures on other servers became links.`);
  const markdown = mapOutsideCode(tidy.join(''), (text) =>
    text.replace(/\n(?:[^\S\n]*\n){2,}/g, '\n\n'),
  );
  return {
    markdown: markdown.replace(/^(?:[^\S\n]*\n)+/, '').trimEnd(),
    notes: [...notes],
    pictures: [...new Set(found.pictures)],
  };
}

/** A footnote and its mark may stand in different pieces: both pass as text. */
const hideNotes = (piece: string): string => piece.replaceAll('[^', '\uE000^');
const showNotes = (markdown: string): string => markdown.replaceAll('\uE000^', '[^');

interface Found {
  comments: number;
  linked: number;
  pictures: string[];
}

interface Tidied {
  text: string;
  /** Whether it holds something that acts. */
  unsafe: boolean;
}

/** What may be an element, a comment or a picture; a link whose address does not begin plainly. */
const needsParser =
  /<[a-z/!?]|!\[|\](?:\(\s*|:\s*)<?(?!https?:\/\/\w|mailto:\w|[#/.)\s]|[\w-]+(?:[/.#?)]| ["'(]))/i;

function tidyPiece(piece: string, address: string | undefined, found: Found): Tidied {
  const parses = address === undefined ? needsParser : /[<[\]]/;
  if (!parses.test(piece)) return { text: piece, unsafe: false };
  let unsafe = false;
  const edits: Edit[] = [];
  const foreign = foreignDefinitions(piece);
  visitParents(parser.parse(piece) as Node, (visited, ancestors) => {
    const node = visited as Nodes;
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? 0;
    switch (node.type) {
      case 'html':
        if (tidyHtml(node, start, end, edits, found)) unsafe = true;
        return;
      case 'link':
      case 'definition':
        if (!safeAddress.test(node.url)) unsafe = true;
        resolveLink(piece, node.url, { start, end, text: '' }, address, edits);
        return;
      case 'image':
      case 'imageReference': {
        const url = node.type === 'image' ? node.url : (foreign.get(node.identifier) ?? '');
        if (url === '') return;
        if (address === undefined && isLocalPicture(url)) {
          found.pictures.push(url);
          return;
        }
        if (/^(?!https?:)[a-z][a-z0-9+.-]*:/i.test(url)) {
          unsafe = true;
          return;
        }
        found.linked++;
        const inLink = (ancestors as Nodes[]).some(
          ({ type }) => type === 'link' || type === 'linkReference',
        );
        const label = (node.alt ?? '') || nameOf(url);
        const href = foreignAddress(url, address);
        edits.push({
          start,
          end,
          text: inLink ? escapeLabel(label) : `[${escapeLabel(label)}](${escapeHref(href)})`,
        });
        return;
      }
      default:
    }
  });
  return { text: applyEdits(piece, edits), unsafe };
}

const escapeLabel = (label: string): string =>
  label.replace(/\s+/g, ' ').replace(/[[\]\\`*_<]/g, '\\$&');
const escapeHref = (href: string): string =>
  href
    .replace(/[\s()<>]/g, encodeURIComponent)
    .replace(/[()]/g, (b) => (b === '(' ? '%28' : '%29'));

/** Reference-style addresses of pictures, by their identifiers. */
function foreignDefinitions(piece: string): Map<string, string> {
  const definitions = piece.matchAll(/^ {0,3}\[([^\]\n]+)\]:\s*<?(\S+?)>?(?:\s|$)/gm);
  return new Map([...definitions].map((match) => [(match[1] ?? '').toLowerCase(), match[2] ?? '']));
}

function resolveLink(
  piece: string,
  url: string,
  at: Edit,
  address: string | undefined,
  edits: Edit[],
): void {
  // A link to a source file names another original of the import.
  const stays = /^(?:#|[a-z][a-z0-9+.-]*:)|\.(?:md|markdown)(?:#|$)/i;
  if (address === undefined || url === '' || stays.test(url)) return;
  const where = piece.slice(at.start, at.end).lastIndexOf(url);
  if (where < 0) return;
  const start = at.start + where;
  edits.push({ start, end: start + url.length, text: escapeHref(resolveAddress(url, address)) });
}

/** Takes the comments out of a piece of HTML; says whether it holds anything that acts. */
function tidyHtml(node: Html, start: number, end: number, edits: Edit[], found: Found): boolean {
  let left = node.value;
  let unsafe = false;
  for (const [tag] of node.value.matchAll(tags)) {
    if (tag.startsWith('<!--')) {
      found.comments++;
      left = left.replace(tag, '');
    } else if (!harmless.test(tag) || !safeLinkIn(tag)) unsafe = true;
  }
  if (left !== node.value) edits.push({ start, end, text: left.trim() === '' ? '' : left });
  return unsafe;
}

function safeLinkIn(tag: string): boolean {
  const href = /\shref\s*=\s*["']?([^"'\s>]*)/i.exec(tag)?.[1];
  return (
    href === undefined || (!href.includes('&') && safeAddress.test(href)) || /^https?:/i.test(href)
  );
}

const nameOf = (url: string): string => (url.split(/[?#]/)[0] ?? '').split('/').at(-1) || url;

/** Applies edits that do not overlap; of two that do, the outer one. */
function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const edit of edits.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (edit.start < at) continue;
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

/** The text of the first heading of level 1 at the head of a body, and the body without it. */
export function cutFirstHeading(body: string): { heading: string; rest: string } | undefined {
  const start = body.slice(0, 3000);
  const first = parser.parse(start).children[0];
  if (first?.type !== 'heading' || first.depth !== 1) return undefined;
  const heading = toString(first).replace(/\s+/g, ' ').trim();
  return heading === ''
    ? undefined
    : { heading, rest: body.slice(first.position?.end.offset ?? 0).trimStart() };
}
