// What a page says of its article, each fact from the most careful place that has it: structured data, Open
// Graph, Dublin Core and other `meta`, marked elements, the visible text.

import type { WrittenDate } from '../dates/draft-date.ts';
import type { DateReading } from '../dates/read-date.ts';
import { findArticleData } from './json-ld.ts';
import { textOfHtml } from './html-text.ts';
import { markedDate, visibleDate, type VisibleDate } from './page-dates.ts';
import type { PageParts } from './page-parts.ts';
import { isOffice, personName } from '../markdown/byline.ts';
import { titleOfPage } from './page-title.ts';

export interface PageFacts {
  title: string | undefined;
  /** Where the headline was found. */
  titleFrom: string;
  /** Those for programs, most trusted first. */
  dates: (WrittenDate | undefined)[];
  /** The one readers see. */
  visible: VisibleDate | undefined;
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

const titleMetas = [
  'og:title',
  'dc.title',
  'dcterms.title',
  'citation_title',
  'twitter:title',
  'pagetitle',
];

const authorMarks =
  '[itemprop~="author"] [itemprop~="name"], .p-author, a[rel~="author"], [itemprop~="author"], .author .fn';

/** Reads the facts of a page. `metas` are its `meta` elements by lower-case name or property. */
export function factsOfPage(
  document: Document,
  parts: PageParts,
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
  const address = meta('og:url') ?? attribute(document, 'link[rel="canonical"]', 'href');
  const pageTitle = textOfHtml(document.querySelector('title')?.textContent ?? '');
  const data = findArticleData(blocks, { url: address, title: pageTitle });
  const name =
    meta('og:site_name') ??
    data?.publisher ??
    meta('application-name', 'dc.publisher', 'citation_journal_title');
  const url = address ?? data?.url;
  const { title, from: titleFrom } = titleOfPage(document, parts, {
    headline: data?.headline,
    named: meta(...titleMetas),
    site: name,
    url,
  });
  const visible = visibleDate(document, parts, reading);
  const authors = authorsOf(document, parts, data?.authors ?? [], metas);
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
      markedDate(document, parts),
    ],
    visible,
    updated:
      data?.dateModified ??
      meta('article:modified_time', 'og:updated_time', 'dcterms.modified', 'last-modified'),
    authors: authors.length > 0 ? authors : authorInLine(visible),
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
      licenceOf(document, parts) ??
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

/** A credit begins with what it is for. */
const credit =
  /^\W*(?:photo|image|picture|illustration|video|audio|foto|bild|credit|imagen|crédit)/i;

/** The licence of the article; one in a picture's caption or credit is the picture's. */
function licenceOf(document: Document, parts: PageParts): string | undefined {
  const links = all(
    document,
    'a[rel~="license"][href^="http"], link[rel~="license"][href^="http"]',
  );
  return links
    .find((link) => !parts.isForeign(link) && !ofPicture(link))
    ?.getAttribute('href')
    ?.trim();
}

const ofPicture = (link: Element): boolean =>
  link.closest(
    '[class*="caption" i], [class*="credit" i], [class*="photo" i], [class*="image" i]',
  ) !== null || credit.test(textOf(link.closest('p, li, small, div, span')) ?? '');

function authorsOf(
  document: Document,
  parts: PageParts,
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
  const marked = all(document, authorMarks)
    .filter((element) => !parts.isForeign(element))
    .map((element) => textOf(element)?.replace(/^by\s+|[\s—–|,-]+$/gi, ''))
    .find((text) => text !== undefined && text.length <= 80 && /\p{L}/u.test(text));
  return marked === undefined ? [] : [marked];
}

/** `Posted by Ida Moe on 4 May`: the person a line with the date names. */
function authorInLine(visible: VisibleDate | undefined): string[] {
  const line = visible?.isLine ? textOf(visible.element) : undefined;
  const name =
    /(?:^|\s)(?:by|von|par|por|door|av|af)[:\s]+([^|·•,\d]+?)(?=\s+(?:in|on|at|am|le|el|op|den|um)\s|\s*[|·•,(–—-]|\s*\d|$)/iu.exec(
      line ?? '',
    )?.[1];
  return name !== undefined && personName.test(name) && !isOffice(name) ? [name] : [];
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
