// What search engines read of a page: schema.org, as JSON-LD. Google's "Article structured data" names the fields
// it uses; dateline, correction, licence and source are schema.org's own.

import type {
  BreadcrumbList,
  CollectionPage,
  CorrectionComment,
  Graph,
  NewsArticle,
  Organization,
  Person,
  Thing,
  WebSite,
} from 'schema-dts';
import type { Article } from '../article/article.ts';
import { isDay, UNDATED } from '../article/calendar-date.ts';
import { instantOf } from '../article/clock-time.ts';
import type { TopicNote } from '../article/topic-notes.ts';
import { fileNameOf } from '../article/file-names.ts';
import { authorType, givenFirst, type AuthorType } from '../citation/names.ts';
import type { CslName } from '../citation/news-item.ts';
import { givenType, namesOf } from './citation.ts';
import { servedName } from './pictures.ts';
import { absolute, encodePath, paths } from './urls.ts';

/** What of the configuration stands in the pages' metadata. */
export interface Publication {
  name: string;
  address: string;
  publisher: string;
  licence: { name: string; url?: string | undefined };
}

/** The licence of an article's text: its source's, else the archive's; with an address where there is one. */
export function licenceOf(
  { source }: Pick<Article, 'source'>,
  { licence }: Pick<Publication, 'licence'>,
): { name: string; url?: string | undefined } {
  const own = source?.licence;
  if (own === undefined || own === licence.name) return licence;
  return URL.canParse(own) && /^https?:/.test(own) ? { name: own, url: own } : { name: own };
}

/**
 * When an article was published, in ISO 8601, no more exact than it is known: a year, a month, a day, or a time
 * where its offset or zone is known; none for what is undated.
 */
export function publishedTime({ date, time }: Pick<Article, 'date' | 'time'>): string | undefined {
  return date === UNDATED ? undefined : (instantOf(date, time) ?? date);
}

/** The day of the last revision or correction; none where the text is as it was printed. */
export function modifiedDay({
  updated,
  corrections,
}: Pick<Article, 'updated' | 'corrections'>): string | undefined {
  return [updated, ...corrections.map(({ date }) => date)]
    .filter((day) => day !== undefined)
    .toSorted()
    .at(-1);
}

/**
 * Describes an article and where it stands.
 *
 * @param authorPaths of its authors' pages, in their order
 * @param sharePicture the path of the picture that is made for it
 */
export function describeArticle(
  article: Article,
  publication: Publication,
  {
    authorPaths,
    sharePicture,
  }: { authorPaths: readonly string[]; sharePicture?: string | undefined },
): NewsArticle {
  const { address } = publication;
  const url = absolute(address, paths.article(article));
  const { name, url: licenceUrl } = licenceOf(article, publication);
  return withoutGaps({
    '@type': 'NewsArticle',
    headline: article.title,
    description: article.summary,
    url,
    mainEntityOfPage: url,
    image: picturesOf(article, address, sharePicture),
    // Validators refuse a month or a year alone, and a day that nobody knows would be made up.
    datePublished: isDay(article.date) ? publishedTime(article) : undefined,
    dateModified: modifiedDay(article),
    dateline: article.dateline,
    author: namesOf(article).map((name, i) => {
      const printed = article.authors[i] ?? '';
      const type = authorType(printed, { type: givenType(printed, article) });
      return describeAuthor(name, type, absolute(address, authorPaths[i] ?? paths.authors));
    }),
    publisher: {
      '@type': 'Organization',
      name: publication.publisher,
      url: absolute(address, paths.front),
    } satisfies Organization,
    isPartOf: article.source?.name && { '@type': 'Newspaper', name: article.source.name },
    isBasedOn: article.source?.url,
    articleSection: article.section,
    keywords: article.tags,
    inLanguage: article.lang,
    wordCount: article.wordCount,
    isAccessibleForFree: true,
    license: licenceUrl ?? { '@type': 'CreativeWork', name },
    correction: article.corrections.map(({ date, note }): CorrectionComment => ({
      '@type': 'CorrectionComment',
      text: note,
      ...(date !== undefined && { datePublished: date }),
    })),
  });
}

/** The parts of a person's name are what citations are made of at the reader's. */
function describeAuthor(csl: CslName, type: AuthorType, url: string): Person | Organization {
  const name = givenFirst(csl);
  if (type === 'organization') return { '@type': 'Organization', name, url };
  if ('literal' in csl) return { '@type': 'Person', name, url };
  const { family, given, suffix } = csl;
  return {
    '@type': 'Person',
    name,
    familyName: family,
    givenName: given,
    ...(suffix !== undefined && { honorificSuffix: suffix }),
    url,
  };
}

/** The article's own picture first, then the one that is made for it. */
function picturesOf(article: Article, address: string, sharePicture: string | undefined): string[] {
  const src = article.image?.src;
  const own = src?.startsWith('/')
    ? src
    : src && `${paths.article(article)}${servedName(fileNameOf(src))}`;
  return [...new Set([own, sharePicture])]
    .filter((path) => path !== undefined)
    .map((path) => absolute(address, encodePath(path)));
}

/** Describes the site, for its front page. */
export function describeSite({
  name,
  address,
  publisher,
  description,
  language,
}: Publication & { description: string; language: string }): [WebSite, Organization] {
  const url = absolute(address, paths.front);
  const organization = { '@id': `${url}#publisher` };
  return [
    {
      '@type': 'WebSite',
      '@id': `${url}#site`,
      url,
      name,
      description,
      inLanguage: language,
      publisher: organization,
    },
    { '@type': 'Organization', ...organization, name: publisher, url },
  ];
}

const typesOfKinds = {
  person: 'Person',
  place: 'Place',
  organization: 'Organization',
  event: 'Event',
  work: 'CreativeWork',
} as const;

/** Describes the page of a topic and what the keeper says that it is about. */
export function describeTopic(
  { name, kind, description, names, wikidata }: TopicNote,
  url: string,
): CollectionPage {
  return {
    '@type': 'CollectionPage',
    url,
    name,
    about: {
      '@type': kind === undefined ? 'Thing' : typesOfKinds[kind],
      name,
      ...(description !== undefined && { description }),
      ...(names.length > 0 && { alternateName: names }),
      ...(wikidata !== undefined && { sameAs: `http://www.wikidata.org/entity/${wikidata}` }),
    },
  };
}

/** The way from the front page; the last is the page itself. */
export function describeBreadcrumbs(
  crumbs: readonly { label: string; path: string }[],
  { name, address }: Pick<Publication, 'name' | 'address'>,
): BreadcrumbList {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: [{ label: name, path: paths.front }, ...crumbs].map(({ label, path }, i) => ({
      '@type': 'ListItem',
      position: i + 1,
      name: label,
      item: absolute(address, path),
    })),
  };
}

/** Prints things as the text of a script element: no `<` can end it early. */
export function printJsonLd(things: readonly Thing[]): string {
  const graph: Graph = { '@context': 'https://schema.org', '@graph': things };
  return JSON.stringify(graph).replace(/</g, String.raw`\u003c`);
}

type Gaps<T> = { [Key in keyof T]: T[Key] | undefined | '' };

/** Leaves out what has no value: undefined, empty text, an empty list. */
function withoutGaps(thing: Gaps<Exclude<NewsArticle, string>>): NewsArticle {
  return Object.fromEntries(
    Object.entries(thing).filter(
      ([, value]) =>
        value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  ) as unknown as NewsArticle;
}
