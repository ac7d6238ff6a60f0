// What a page says of its article, each fact from the most careful place that has it: structured data, Open
// Graph, Dublin Core and other `meta`, marked elements, the visible text.

import type { WrittenDate } from '../dates/draft-date.ts';
import { readDate, type DateReading } from '../dates/read-date.ts';
import { findArticleData } from './json-ld.ts';
import { textOfHtml } from './html-text.ts';

export interface PageFacts {
  title: string | undefined;
  /** Where the headline was found. */
  titleFrom: string;
  dates: (WrittenDate | undefined)[];
  updated: string | undefined;
  authors: string[];
  section: string | undefined;
  tags: string[];
  lang: string | undefined;
  summary: string | undefined;
  name: string | undefined;
  url: string | undefined;
  licence: string | undefined;
  picture: string | undefined;
}

const dateMetas = [
  'article:published_time', 'og:article:published_time', 'article:published', 'og:published_time', 'dc.date.issued', 'dcterms.issued', 'dcterms.created', 'dc.date.created',
  'dc.date', 'dcterms.date', 'citation_publication_date', 'citation_date', 'citation_online_date', 'parsely-pub-date', 'sailthru.date',
  'datepublished', 'date.published', 'published', 'publishdate', 'publish-date', 'publish_date', 'pubdate', 'publication_date', 'originalpublicationdate',
  'article_date_original', 'cxenseparse:recs:publishtime', 'rnews:datepublished', 'bt:pubdate', 'release_date', 'date',
]; // prettier-ignore

/** Reads the facts of a page. `metas` are its `meta` elements by lower-case name or property. */
export function factsOfPage(
  document: Document,
  metas: ReadonlyMap<string, string[]>,
  reading: DateReading,
): PageFacts {
  const meta = (...names: string[]): string | undefined =>
    names
      .map((name) => metas.get(name)?.[0])
      .find((value) => value !== undefined && value.trim() !== '')
      ?.trim();
  const blocks = all(document, 'script[type="application/ld+json"]').map(
    (script) => script.textContent ?? '',
  );
  const data = findArticleData(blocks);
  const name =
    meta('og:site_name') ??
    data?.publisher ??
    meta('application-name', 'dc.publisher', 'citation_journal_title');
  const [title, titleFrom] = titleOf(document, data?.headline, meta, name);
  const url = meta('og:url') ?? attribute(document, 'link[rel="canonical"]', 'href') ?? data?.url;
  return {
    title,
    titleFrom,
    dates: [
      data?.datePublished === undefined
        ? undefined
        : { written: data.datePublished, from: 'structured data' },
      ...dateMetas.map((key) => {
        const written = meta(key);
        return written === undefined ? undefined : { written, from: `meta ${key}` };
      }),
      markedDate(document),
      visibleDate(document, reading),
    ],
    updated:
      data?.dateModified ??
      meta('article:modified_time', 'og:updated_time', 'dcterms.modified', 'last-modified'),
    authors: authorsOf(document, data?.authors ?? [], metas),
    section: data?.section ?? meta('article:section', 'og:article:section', 'section'),
    tags: data && data.tags.length > 0 ? data.tags : tagsOf(metas),
    lang:
      document.documentElement?.getAttribute('lang') ??
      data?.lang ??
      meta('og:locale', 'dc.language', 'content-language', 'language'),
    summary:
      data?.description ??
      meta('og:description', 'description', 'dc.description', 'twitter:description'),
    name,
    url: url !== undefined && /^https?:\/\//i.test(url) ? url : undefined,
    licence:
      attribute(
        document,
        'a[rel~="license"][href^="http"], link[rel~="license"][href^="http"]',
        'href',
      ) ??
      data?.licence ??
      meta('dc.rights', 'dcterms.license', 'copyright'),
    picture: meta('og:image', 'twitter:image'),
  };
}

const all = (document: Document, selector: string): Element[] => [
  ...document.querySelectorAll(selector),
];

const attribute = (document: Document, selector: string, name: string): string | undefined =>
  document.querySelector(selector)?.getAttribute(name)?.trim() || undefined;

const textOf = (element: Element | null | undefined): string | undefined =>
  element?.textContent?.replace(/\s+/g, ' ').trim() || undefined;

function titleOf(
  document: Document,
  headline: string | undefined,
  meta: (...names: string[]) => string | undefined,
  site: string | undefined,
): [string | undefined, string] {
  if (headline !== undefined) return [headline, 'structured data'];
  const named = meta(
    'og:title',
    'dc.title',
    'dcterms.title',
    'citation_title',
    'twitter:title',
    'pagetitle',
  );
  if (named !== undefined) return [withoutSite(textOfHtml(named), site), 'meta'];
  const headings = all(document, 'h1, h2')
    .map(textOf)
    .filter((text) => text !== undefined);
  const page = textOf(document.querySelector('title'));
  const plainPage = page === undefined ? undefined : textOfHtml(page);
  // The heading the page's title repeats; a first heading elsewhere is often the name of the site.
  const repeated = headings
    .filter((text) => text !== site && text.length > 8)
    .filter((text) => plainPage?.startsWith(text) || plainPage?.endsWith(text))
    .toSorted((a, b) => b.length - a.length)[0];
  if (repeated !== undefined) return [repeated, 'heading'];
  const own = textOf(
    document.querySelector(
      'article h1, main h1, [role="main"] h1, h1.entry-title, h1.headline, h1.title',
    ),
  );
  if (own !== undefined) return [own, 'heading'];
  if (plainPage !== undefined)
    return [withoutSite(plainPage, site ?? headings[0]), 'title of the page'];
  return [headings[0], 'heading'];
}

/** `Flood breaks dikes | The Courier`: the name of the site at the end is no headline. */
function withoutSite(title: string, site: string | undefined): string {
  const parts = /^(.{10,}?)\s+[|–—·»:-]\s+([^|–—·»]{2,40})$/.exec(title);
  if (!parts) return title;
  const [, before = '', after = ''] = parts;
  if (/\s[|»]\s.*\s[|»]\s/.test(title)) return (title.split(/\s[|»]\s/)[0] ?? title).trim();
  const isSite =
    site !== undefined && after.toLowerCase().includes(site.toLowerCase().slice(0, 12));
  return isSite || /\s[|»]\s/.test(title) ? before : title;
}

function markedDate(document: Document): WrittenDate | undefined {
  const selectors = [
    '[itemprop~="datePublished"]',
    'time[pubdate]',
    '[property~="datePublished"]',
    '.dt-published, time.published, time.entry-date, abbr.published',
    'article time[datetime], header time[datetime], main time[datetime]',
    'time[datetime]',
  ];
  for (const selector of selectors) {
    const element = document.querySelector(selector);
    if (!element) continue;
    const written =
      element.getAttribute('datetime') ??
      element.getAttribute('content') ??
      element.getAttribute('title') ??
      textOf(element);
    if (written !== undefined && written !== null && /\d/.test(written))
      return { written: written.trim(), from: 'time element' };
  }
  return undefined;
}

/** A date in the visible text counts where it stands alone in an element that is there for dates. */
function visibleDate(document: Document, reading: DateReading): WrittenDate | undefined {
  const marked = all(
    document,
    '[class*="date" i], [class*="publish" i], [class*="byline" i], [class*="posted" i], [class*="meta" i], [id*="date" i], time',
  ).slice(0, 40);
  for (const element of marked) {
    const text = textOf(element);
    if (text === undefined || text.length > 120) continue;
    const written = dateInText(text, reading);
    if (written !== undefined) return { written, from: 'visible text' };
  }
  const head = textOf(document.body)?.slice(0, headOfText) ?? '';
  const written = dateInText(announced.exec(head)?.[1] ?? '', reading);
  return written === undefined ? undefined : { written, from: 'visible text' };
}

/** A date with a word that announces it counts this far into the text of a page, in characters. */
const headOfText = 3000;

/** The forty characters behind "Posted on" and its kind. */
const announced =
  /\b(?:posted|published|first published|date|dated|veröffentlicht|erschienen|publié|publicado|pubblicato|geplaatst|gepubliceerd|publicerad|datum|fecha)\b(?: on| am| le| el| il| op)?\s*:?\s+(.{6,40})/iu;

const dateShape =
  /\d{4}-\d{2}-\d{2}|\d{1,2}(?:st|nd|rd|th|\.)?\s+(?:de\s+)?\p{L}{3,12}\.?,?(?:\s+de)?\s+\d{4}|\p{L}{3,12}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}|\d{1,2}[./]\d{1,2}[./]\d{4}/u;

function dateInText(text: string, reading: DateReading): string | undefined {
  const shape = dateShape.exec(text)?.[0];
  if (shape === undefined) return undefined;
  const read = readDate(shape, reading);
  return 'fault' in read && read.fault !== 'ambiguous' ? undefined : shape;
}

function authorsOf(
  document: Document,
  structured: readonly string[],
  metas: ReadonlyMap<string, string[]>,
): string[] {
  if (structured.length > 0) return [...new Set(structured)];
  for (const name of [
    'author',
    'article:author',
    'dc.creator',
    'dcterms.creator',
    'citation_author',
    'parsely-author',
    'byl',
    'sailthru.author',
  ]) {
    const named = (metas.get(name) ?? []).filter(
      (value) => value.trim() !== '' && !/^https?:|^@/.test(value),
    );
    if (named.length > 0)
      return [...new Set(named.map((value) => textOfHtml(value).replace(/^by\s+/i, '')))];
  }
  const marked = all(
    document,
    '[itemprop~="author"] [itemprop~="name"], .p-author, a[rel~="author"], [itemprop~="author"], .author .fn',
  )
    .map(textOf)
    .filter((text) => text !== undefined && text.length <= 80);
  return marked.length > 0 ? [(marked[0] as string).replace(/^by\s+|[\s—–|,-]+$/gi, '')] : [];
}

function tagsOf(metas: ReadonlyMap<string, string[]>): string[] {
  const tags =
    metas.get('article:tag') ??
    metas.get('news_keywords')?.flatMap((text) => text.split(/\s*,\s*/)) ??
    metas.get('dc.subject') ??
    metas.get('keywords')?.flatMap((text) => text.split(/\s*,\s*/)) ??
    [];
  return [...new Set(tags.map(textOfHtml).filter((tag) => tag !== '' && tag.length <= 60))];
}
