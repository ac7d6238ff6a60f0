import { textOfHtml } from '../html/html-text.ts';
import type { MarkdownFromHtml } from '../html/html-to-markdown.ts';
import { bodyOf, guessBodyKind } from '../text/body-of.ts';
import { childOf, innerHtmlOf, textOf, textOfChild, type XmlElement } from '../xml/xml-tree.ts';
import { lineOf } from './channel.ts';

/** A summary is shorter than this, in characters; a text is seldom. */
const summaryLength = 700;

const fullNames = ['content:encoded', 'xhtml:body', 'body', 'content', 'fulltext'];
const shortNames = [
  'description',
  'summary',
  'media:description',
  'itunes:summary',
  'dc:description',
];

/**
 * The text of an item, and its summary where it has both.
 *
 * @param address the item's own, for relative links
 */
export function contentOf(
  element: XmlElement,
  address: string | undefined,
): MarkdownFromHtml & { summary?: string | undefined } {
  const full = childOf(element, ...fullNames);
  const short = childOf(element, ...shortNames);
  const body = full !== undefined && markupOf(full).trim() !== '' ? full : short;
  if (body === undefined) return { markdown: '', notes: [], pictures: [] };
  const markup = markupOf(body);
  const kind = /html/.test(body.attributes['type'] ?? '') ? 'html' : guessBodyKind(markup);
  const { markdown, notes, pictures } = bodyOf(
    kind === 'plain' && /&[a-z#]/.test(markup) ? textWithLines(markup) : markup,
    kind,
    address,
  );
  const summary = body === full ? lineOf(short) : undefined;
  return {
    markdown,
    notes,
    pictures,
    summary: summary !== undefined && summary.length <= 500 ? summary : undefined,
  };
}

/** Entities of HTML in a text without tags. */
const textWithLines = (markup: string): string => markup.split('\n').map(textOfHtml).join('\n');

/** The markup an element holds, as text or as elements (Atom `xhtml`, Atom 0.3 `xml`). */
function markupOf(element: XmlElement): string {
  const { attributes } = element;
  if (attributes['mode'] === 'base64')
    return Buffer.from(textOf(element), 'base64').toString('utf8');
  const asElements =
    attributes['type'] === 'xhtml' ||
    attributes['mode'] === 'xml' ||
    element.children.some((child) => typeof child !== 'string');
  return asElements ? innerHtmlOf(element) : textOf(element);
}

/** Whether no item has a text of its own and most are short. */
export function isFeedOfSummaries(items: readonly XmlElement[]): boolean {
  if (!items.some((element) => textOfChild(element, 'description', 'summary', 'title')))
    return false;
  const hasFull = items.some((element) => {
    const full = childOf(element, ...fullNames);
    return full !== undefined && markupOf(full).trim() !== '';
  });
  if (hasFull) return false;
  const lengths = items
    .map((element) => textOfHtml(textOf(childOf(element, 'description', 'summary'))).length)
    .toSorted((a, b) => a - b);
  return (lengths[Math.floor(lengths.length / 2)] ?? 0) < summaryLength;
}
