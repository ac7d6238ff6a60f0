// RSS 0.9x to 2.0, RSS 1.0 (RDF), Atom 0.3 and 1.0. Elements of the common extensions (Dublin Core, content,
// media) are understood where a feed has them.

import { draftDate } from '../dates/draft-date.ts';
import { updatedDay } from '../dates/updated-day.ts';
import { textOfHtml } from '../html/html-text.ts';
import { resolveAddress } from '../html/settle-media.ts';
import type { Draft, Importer, ImportContext, Reading } from '../importer.ts';
import { refuse, warn } from '../refuse.ts';
import { bodyOf, guessBodyKind } from '../text/body-of.ts';
import { withLanguage } from '../text/draft-language.ts';
import {
  childOf,
  childrenOf,
  cutFinding,
  innerHtmlOf,
  textOf,
  textOfChild,
  XmlPartReader,
  type XmlElement,
  type XmlPart,
} from '../xml/xml-tree.ts';

/** What the feed says of itself, for all its items. */
interface Channel {
  name: string | undefined;
  address: string | undefined;
  lang: string | undefined;
  licence: string | undefined;
  author: string | undefined;
}

const itemNames = ['item', 'entry'];

/** A summary is shorter than this, in characters; a text is seldom. */
const summaryLength = 700;

function read(text: string, context: ImportContext): Reading[] {
  if (!isFeed(text)) {
    return [
      refuse(context, {
        rule: 'not-a-feed',
        message: /<(?:!doctype\s+html|html|head|body)\b/i.test(text)
          ? 'It is a web page, not a feed.'
          : 'It is not a feed.',
        mend: 'Fetch the feed again from its address; this may be the message of an error.',
      }),
    ];
  }
  const reader = new XmlPartReader(itemNames);
  const parts = [...reader.write(text), ...reader.end()].filter(({ element }) => !isEmpty(element));
  const channel = readChannel(text);
  const readings: Reading[] = parts.map((part, i) => readItem(part, i + 1, channel, context));
  const remarks: Reading[] = [];
  if (/<!ENTITY/i.test(text)) {
    remarks.push({
      kind: 'remark',
      problem: warn(context, {
        rule: 'xml-entities',
        message: 'The feed defines entities of its own; they are not expanded.',
        mend: 'Look for `&` in the articles; write what is meant.',
      }),
    });
  }
  if (reader.fault) {
    remarks.push({
      kind: 'remark',
      problem: warn(context, {
        rule: 'xml-not-well-formed',
        line: reader.fault.line,
        message: `The XML is broken: ${reader.fault.message}.`,
        mend: 'Look at the last articles of the feed; fetch it again if something is missing.',
      }),
    });
  }
  if (isFeedOfSummaries(parts))
    remarks.push({ kind: 'remark', problem: warn(context, summariesOnly) });
  const older = olderPage(text);
  if (older !== undefined) {
    remarks.push({
      kind: 'remark',
      problem: warn(context, {
        rule: 'feed-has-older-pages',
        message: `The feed goes on with older items at ${older}.`,
        mend: 'Fetch that address, too, and import it.',
      }),
    });
  }
  if (parts.length === 0) readings.push(refuse(context, emptyFeed));
  return [...remarks, ...readings];
}

const emptyFeed = {
  rule: 'feed-empty',
  message: 'The feed holds no items.',
  mend: 'Fetch it again from its address, if it should hold some.',
};

const summariesOnly = {
  rule: 'feed-of-summaries',
  message: 'The feed holds summaries only, not the articles.',
  mend: 'Look for a feed with the full text, or import the saved pages.',
};

const isFeed = (text: string): boolean =>
  /<(?:rss|rdf:rdf|feed|channel)[\s>]/i.test(text.slice(0, 20_000).replace(/<!--[\s\S]*?-->/g, ''));

/** An `<item/>` of an RSS 1.0 table of contents. */
const isEmpty = (element: XmlElement): boolean =>
  element.children.length === 0 && Object.keys(element.attributes).length === 0;

/** The feed's own facts stand outside of its items; in RSS 1.0 the items stand behind the channel. */
function readChannel(text: string): Channel {
  const outside = text.replace(/<(item|entry)[\s>][\s\S]*?<\/\1\s*>/gi, '');
  const reader = new XmlPartReader(['channel', 'feed']);
  const root = [...reader.write(outside), ...reader.end()][0]?.element;
  const rootLanguage = /<(?:rss|feed|rdf:RDF)\b[^>]*\bxml:lang\s*=\s*["']([\w-]+)["']/i.exec(
    outside,
  )?.[1];
  return {
    name: lineOf(childOf(root, 'title')),
    address: root === undefined ? undefined : linkOf(root, undefined),
    lang: textOfChild(root, 'language', 'dc:language') ?? rootLanguage,
    licence: textOfChild(
      root,
      'creativecommons:license',
      'cc:license',
      'rights',
      'copyright',
      'dc:rights',
    ),
    author: lineOf(childOf(childOf(root, 'author'), 'name')) ?? lineOf(childOf(root, 'dc:creator')),
  };
}

function lineOf(element: XmlElement | undefined): string | undefined {
  if (element === undefined) return undefined;
  const text = element.attributes['type'] === 'xhtml' ? innerHtmlOf(element) : textOf(element);
  const line = textOfHtml(text);
  return line === '' ? undefined : line;
}

/** An item's address: RSS `link`, Atom's alternate link, a guid that is one. */
function linkOf(element: XmlElement, base: string | undefined): string | undefined {
  const links = childrenOf(element, 'link', 'atom:link');
  const plain = links.map((link) => textOf(link).trim()).find((text) => text !== '');
  const alternate = links.find(
    ({ attributes }) =>
      (attributes['rel'] ?? 'alternate') === 'alternate' && attributes['href'] !== undefined,
  );
  const guid = childOf(element, 'guid');
  const permanent =
    guid && guid.attributes['ispermalink'] !== 'false' ? textOf(guid).trim() : undefined;
  const found =
    plain ??
    textOfChild(element, 'feedburner:origlink') ??
    alternate?.attributes['href'] ??
    permanent;
  if (found === undefined || found === '') return undefined;
  const whole = resolveAddress(found, base);
  return /^https?:\/\//i.test(whole) ? whole : undefined;
}

function readItem(
  { element, raw, line, isCut }: XmlPart,
  number: number,
  channel: Channel,
  context: ImportContext,
): Reading {
  const item = `item ${number}`;
  if (isCut) return { ...refuse(context, cutFinding(item, line)), part: raw };
  const base = element.attributes['xml:base'] ?? channel.address;
  const title = lineOf(childOf(element, 'title', 'dc:title', 'media:title'));
  const date = draftDate(
    [
      'pubdate',
      'published',
      'dc:date',
      'dcterms:issued',
      'issued',
      'dcterms:created',
      'created',
      'updated',
      'atom:updated',
      'modified',
      'dcterms:modified',
      'date',
    ].map((name) => {
      const written = textOfChild(element, name);
      return written === undefined ? undefined : { written, from: `feed, ${name}` };
    }),
    context,
    { line },
  );
  if ('finding' in date) return { ...refuse(context, { ...date.finding, item }), part: raw };
  const url = linkOf(element, base);
  const content = contentOf(element, url ?? base);
  if (title === undefined && content.markdown === '') {
    return {
      ...refuse(context, {
        rule: 'item-empty',
        line,
        item,
        message: `There is neither a headline nor a text${date.provenance === 'unknown' ? ', nor a date' : ''} in ${item}.`,
        mend: 'Look for the article at its address, or leave it out.',
      }),
      part: raw,
    };
  }
  const authors = authorsOf(element, channel);
  const draft: Draft = {
    kind: 'draft',
    item,
    line,
    fields: {
      title,
      date: date.date,
      time: date.time,
      updated: updatedDay(
        textOfChild(element, 'updated', 'atom:updated', 'modified', 'dcterms:modified'),
        date.date,
        context,
      ),
      summary: content.summary,
      authors,
      tags: tagsOf(element),
      lang: element.attributes['xml:lang'] ?? channel.lang,
      aliases: context.withAddresses && url !== undefined ? [url] : undefined,
    },
    body: content.markdown,
    source: {
      name: channel.name,
      url,
      licence:
        textOfChild(element, 'creativecommons:license', 'cc:license', 'rights', 'dc:rights') ??
        channel.licence,
      id: textOfChild(element, 'guid', 'id') ?? element.attributes['rdf:about'] ?? url,
    },
    provenance: {
      headline: title === undefined ? 'derived' : 'given',
      date: date.provenance,
      language: 'unknown',
      author: authors === undefined ? 'unknown' : 'given',
    },
    part: raw,
    problems: date.problems,
    notes: content.notes,
    pictures: content.pictures,
  };
  return withLanguage(draft, textOfHtml(content.markdown.slice(0, 2000)));
}

interface Content {
  markdown: string;
  summary?: string | undefined;
  notes: string[];
  pictures: string[];
}

function contentOf(element: XmlElement, address: string | undefined): Content {
  const full = childOf(element, 'content:encoded', 'xhtml:body', 'body', 'content', 'fulltext');
  const short = childOf(
    element,
    'description',
    'summary',
    'media:description',
    'itunes:summary',
    'dc:description',
  );
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

function authorsOf(element: XmlElement, channel: Channel): string[] | undefined {
  const named = [
    ...childrenOf(element, 'author', 'contributor').map(
      (author) => lineOf(childOf(author, 'name')) ?? personOf(textOf(author)),
    ),
    ...childrenOf(element, 'dc:creator', 'itunes:author', 'media:credit').map(lineOf),
  ].filter((name) => name !== undefined && name !== '');
  const names = named.length > 0 ? named : channel.author === undefined ? [] : [channel.author];
  return names.length > 0 ? [...new Set(names as string[])] : undefined;
}

/** RSS names authors by mail address, `jane@example.org (Jane Doe)`: the name alone is taken. */
function personOf(text: string): string | undefined {
  const line = text.replace(/\s+/g, ' ').trim();
  const named = /\(([^)]+)\)\s*$/.exec(line)?.[1];
  return named ?? (line.includes('@') ? undefined : line || undefined);
}

function tagsOf(element: XmlElement): string[] | undefined {
  const tags = childrenOf(element, 'category', 'dc:subject', 'media:keywords')
    .map((category) =>
      textOfHtml(
        category.attributes['label'] ??
          (textOf(category).trim() || (category.attributes['term'] ?? '')),
      ),
    )
    .filter((tag) => tag !== '' && tag.length <= 100);
  return tags.length > 0 ? [...new Set(tags)] : undefined;
}

/** Whether no item has a text of its own and most are short. */
function isFeedOfSummaries(parts: readonly XmlPart[]): boolean {
  const hasText = parts.some(({ element }) =>
    textOfChild(element, 'description', 'summary', 'title'),
  );
  if (!hasText) return false;
  const hasFull = parts.some(
    ({ element }) =>
      markupLength(
        childOf(element, 'content:encoded', 'content', 'body', 'xhtml:body', 'fulltext'),
      ) > 0,
  );
  if (hasFull) return false;
  const lengths = parts
    .map(({ element }) => textOfHtml(textOf(childOf(element, 'description', 'summary'))).length)
    .toSorted((a, b) => a - b);
  return (lengths[Math.floor(lengths.length / 2)] ?? 0) < summaryLength;
}

const markupLength = (element: XmlElement | undefined): number =>
  element === undefined ? 0 : markupOf(element).trim().length;

/** The next document of a feed in pages or an archived feed (RFC 5005). */
function olderPage(text: string): string | undefined {
  const link = /<(?:atom:)?link\b[^>]*\brel\s*=\s*["'](?:next|prev-archive)["'][^>]*>/i.exec(
    text,
  )?.[0];
  return link === undefined ? undefined : /\bhref\s*=\s*["']([^"']+)["']/i.exec(link)?.[1];
}

export const importer: Importer = {
  format: 'feed',
  reads: 'feeds: RSS 0.9 to 2.0, Atom 0.3 and 1.0',
  recognise({ text, path }) {
    const head = text
      .slice(0, 8000)
      .replace(/<!--[\s\S]*?-->/g, '')
      .trimStart();
    const root = /<(rss|rdf:RDF|feed)\b([^>]*)/i.exec(head);
    const startsAsXml = /^(?:<\?xml|<!DOCTYPE (?!html)|<(?:rss|rdf:RDF|feed)\b)/i.test(head);
    if (root && startsAsXml)
      return root[1]?.toLowerCase() === 'feed' || !/xmlns:wp=/.test(head) ? 90 : 60;
    return /\.(?:rss|atom|rdf)$/i.test(path) ? 80 : 0;
  },
  read,
};
