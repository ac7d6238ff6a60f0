import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BreadcrumbList, NewsArticle } from 'schema-dts';
import { expect, inject, test } from 'vitest';
import { jsonLdOf, metaOf, titleOf } from './page-head.ts';
import { zoteroItem } from './zotero.ts';

const address = 'https://westwerd.example/archive/';
const pageAt = (path: string): string =>
  readFileSync(join(inject('siteDir'), path, 'index.html'), 'utf8');
const published = (id: string): unknown => jsonLdOf(pageAt(id))['NewsArticle']?.['datePublished'];

const crumbs = (path: string): string[] => {
  const list = jsonLdOf(pageAt(path))['BreadcrumbList'] as unknown as Exclude<
    BreadcrumbList,
    string
  >;
  const steps = list.itemListElement as unknown as {
    position: number;
    name: string;
    item: string;
  }[];
  return steps.map(
    ({ position, name, item }) => `${position} ${name} ${item.slice(address.length - 1)}`,
  );
};

const articles = [
  '2024/03/01/dike-holds',
  '2024/03/02/without-a-headline',
  '2024/03/sturm-im-maerz',
  '1999/year-of-the-lock',
  'undated/song-of-the-dike',
  '2023/06/05/ueber-die-schleuse',
  '2024/03/03/unsafe',
];

test('every page has a title and a description of its own', () => {
  const pages = readdirSync(inject('siteDir'), { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('index.html'),
  );
  const seen = new Map<string, string>();
  const problems: string[] = [];
  for (const path of pages) {
    const html = readFileSync(join(inject('siteDir'), path), 'utf8');
    if (/http-equiv="refresh"/.test(html)) continue;
    const [description = ''] = metaOf(html, 'description');
    for (const text of [`title: ${titleOf(html)}`, `description: ${description}`]) {
      const other = seen.get(text);
      if (other !== undefined) problems.push(`${path} and ${other} have the same ${text}`);
      if (text.endsWith(': ')) problems.push(`${path} has an empty ${text}`);
      seen.set(text, path);
    }
  }
  expect(problems).toEqual([]);
});

test('an article is an article to Open Graph, and no other page is', () => {
  for (const id of articles) expect(metaOf(pageAt(id), 'og:type')).toEqual(['article']);
  for (const path of ['', 'dates', '2024', '2024/03', '2024/03/01', 'topics/floods', 'search']) {
    expect([path, ...metaOf(pageAt(path), 'og:type')]).toEqual([path, 'website']);
  }
});

test('what other sites show of an article: headline, summary, address, picture, dates', () => {
  const html = pageAt('2024/03/01/dike-holds');
  const expected: Record<string, string[]> = {
    'og:title': ['Dike holds through the night'],
    'og:description': ['The sea dike at Westwerd stood the highest tide in forty years.'],
    'og:url': [`${address}2024/03/01/dike-holds/`],
    'og:image': [`${address}2024/03/01/dike-holds/share.png`],
    'twitter:card': ['summary_large_image'],
    'article:published_time': ['2024-03-01T06:30:00+01:00'],
    'article:modified_time': ['2024-03-02'],
    'article:section': ['Environment'],
    'article:author': ['Harbour desk'],
    'article:tag': ['Floods', 'Dikes'],
  };
  for (const [name, values] of Object.entries(expected)) {
    expect([name, ...metaOf(html, name)]).toEqual([name, ...values]);
  }
});

test('JSON-LD describes the article as schema.org does', () => {
  const expected: NewsArticle = {
    '@type': 'NewsArticle',
    headline: 'Dike holds through the night',
    description: 'The sea dike at Westwerd stood the highest tide in forty years.',
    url: `${address}2024/03/01/dike-holds/`,
    mainEntityOfPage: `${address}2024/03/01/dike-holds/`,
    image: [
      `${address}2024/03/01/dike-holds/tide.svg`,
      `${address}2024/03/01/dike-holds/share.png`,
    ],
    datePublished: '2024-03-01T06:30:00+01:00',
    dateModified: '2024-03-02',
    dateline: 'WESTWERD',
    author: [
      { '@type': 'Organization', name: 'Harbour desk', url: `${address}authors/harbour-desk/` },
    ],
    publisher: { '@type': 'Organization', name: 'Dateline', url: address },
    articleSection: 'Environment',
    keywords: ['Floods', 'Dikes'],
    inLanguage: 'en',
    isAccessibleForFree: true,
    license: 'https://creativecommons.org/licenses/by/4.0/',
    correction: [
      {
        '@type': 'CorrectionComment',
        text: 'An earlier version gave the height as 4.5 metres; the gauge showed 4.2.',
        datePublished: '2024-03-02',
      },
    ],
  };
  const { wordCount, ...described } =
    jsonLdOf(pageAt('2024/03/01/dike-holds'))['NewsArticle'] ?? {};
  expect(described).toEqual(expected);
  expect(wordCount).toBeGreaterThan(30);
});

test('a date is no more exact than it is known', () => {
  expect(published('2024/03/02/without-a-headline')).toBe('2024-03-02');
  for (const id of ['2024/03/sturm-im-maerz', '1999/year-of-the-lock']) {
    expect(published(id)).toBeUndefined();
  }
  expect(metaOf(pageAt('2024/03/sturm-im-maerz'), 'article:published_time')).toEqual(['2024-03']);
  expect(published('undated/song-of-the-dike')).toBeUndefined();
});

test('the front page describes the site and who answers for it', () => {
  const { WebSite: website, Organization: organization } = jsonLdOf(pageAt(''));
  expect(website).toMatchObject({ name: 'Dateline', url: address, inLanguage: 'en' });
  expect(website?.['publisher']).toEqual({ '@id': organization?.['@id'] });
  expect(organization).toMatchObject({ name: 'Dateline', url: address });
  expect(jsonLdOf(pageAt('2024'))['WebSite']).toBeUndefined();
});

test('the source of an article and its licence are named', () => {
  const html = pageAt('2023/06/05/ueber-die-schleuse');
  expect(jsonLdOf(html)['NewsArticle']).toMatchObject({
    isPartOf: { '@type': 'Newspaper', name: 'Der Bote' },
    isBasedOn: 'https://bote.example/1923/schleuse',
    license: { '@type': 'CreativeWork', name: 'Public domain' },
    author: [{ '@type': 'Person', name: 'Karl Stein' }, { '@type': 'Organization' }],
  } satisfies Partial<Record<keyof Exclude<NewsArticle, string>, unknown>>);
});

test('breadcrumbs lead from the front page to the page itself', () => {
  expect(crumbs('2024/03/01/dike-holds')).toEqual([
    '1 Dateline /',
    '2 2024 /2024/',
    '3 March /2024/03/',
    '4 1 /2024/03/01/',
    '5 Dike holds through the night /2024/03/01/dike-holds/',
  ]);
  expect(crumbs('2024/03')).toEqual(['1 Dateline /', '2 2024 /2024/', '3 March /2024/03/']);
});

test('no headline can leave the script that describes it', () => {
  const html = pageAt('2024/03/03/unsafe');
  const data = html.slice(html.indexOf('application/ld+json'), html.indexOf('</head>'));
  // One ends the description, one the list of links to fetch ahead.
  expect(data.match(/<\/script>/g)).toHaveLength(2);
  expect(jsonLdOf(html)['NewsArticle']?.['headline']).toBe('Raw marks <b>& such</b> stay text');
});

const newspaperArticle = {
  itemType: 'newspaperArticle',
  rights: 'https://creativecommons.org/licenses/by/4.0/',
};

test.each([
  [
    '2024/03/01/dike-holds',
    {
      ...newspaperArticle,
      title: 'Dike holds through the night',
      publicationTitle: 'Dateline',
      creators: [{ lastName: 'Harbour desk' }],
      date: '2024-03-01T06:30:00+01:00',
      section: 'Environment',
      language: 'en',
    },
  ],
  [
    '2024/03/02/without-a-headline',
    {
      ...newspaperArticle,
      title: expect.stringMatching(/^\[Engineers began .*\]$/),
      rights: 'Public domain',
      date: '2024-03-02',
    },
  ],
  [
    '2023/06/05/ueber-die-schleuse',
    {
      ...newspaperArticle,
      title: 'Über die Schleuse von Westwerd',
      publicationTitle: 'Der Bote',
      creators: [{ lastName: 'Stein', firstName: 'Karl' }, { lastName: 'Harbour desk' }],
      date: '2023-06-05T18:00:00+02:00',
      language: 'de',
      rights: 'Public domain',
    },
  ],
  ['2024/03/sturm-im-maerz', { ...newspaperArticle, date: '2024-03', creators: [] }],
  ['undated/song-of-the-dike', { ...newspaperArticle, date: undefined }],
])('Zotero saves %s as a newspaper article', (id, expected) => {
  expect(zoteroItem(pageAt(id))).toMatchObject({ ...expected, url: `${address}${id}/` });
});

test('each article is an h-entry with name, date, text and address', () => {
  for (const id of articles) {
    const html = pageAt(id);
    const [, entry = ''] = /<article class="h-entry"([\s\S]*)<\/article>/.exec(html) ?? [];
    expect(entry).toMatch(/<h1 class="[^"]*p-name/);
    expect(entry).toMatch(/class="[^"]*e-content/);
    expect(entry).toContain(`class="u-url" href="${address}${id}/"`);
    expect(entry.includes('class="dt-published"')).toBe(!id.startsWith('undated'));
  }
});
