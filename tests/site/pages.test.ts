import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';

const read = (path: string): string => readFileSync(join(inject('siteDir'), path), 'utf8');
const pageAt = (path: string): string => read(`${path}index.html`);

test('an article can be reached from its day, its month, its year and the front page', () => {
  const link = 'href="/archive/2024/03/01/dike-holds/"';
  for (const path of ['2024/03/01/', '2024/03/', '2024/']) expect(pageAt(path)).toContain(link);
  expect(pageAt('')).toContain('href="/archive/2024/03/03/');
});

test('a day links to the days before and after it that have articles, across months', () => {
  const day = pageAt('2024/03/01/');
  expect(day).toMatch(/href="\/archive\/2024\/02\/29\/" rel="prev"/);
  expect(day).toMatch(/href="\/archive\/2024\/03\/02\/" rel="next"/);
});

test('a year links to the nearest years that have articles, across the gap', () => {
  expect(pageAt('2020/')).toMatch(/href="\/archive\/1999\/" rel="prev"/);
  expect(pageAt('1999/')).not.toContain('rel="prev"');
});

test('29 February gathers the leap days of every year', () => {
  const page = pageAt('on-this-day/02-29/');
  expect(page).toContain('/archive/2024/02/29/leap-day-market/');
  expect(page).toContain('/archive/2020/02/29/leap-day-market-opens/');
});

test('articles known to the month, to the year or not at all have pages, and stand where they are known to be', () => {
  for (const [id, list] of [
    ['2024/03/sturm-im-maerz', '2024/03/'],
    ['1999/year-of-the-lock', '1999/'],
    ['undated/song-of-the-dike', 'undated/'],
  ] as const) {
    expect(existsSync(join(inject('siteDir'), id, 'index.html'))).toBe(true);
    expect(pageAt(list)).toContain(`href="/archive/${id}/"`);
    if (list !== 'undated/') expect(pageAt('undated/')).not.toContain(`href="/archive/${id}/"`);
  }
});

test('a headline that was not given is derived from the first sentence and shown as derived', () => {
  const page = pageAt('2024/03/02/without-a-headline/');
  expect(page).toContain('Engineers began to inspect the dike on Saturday');
  expect(page).toContain('Headline taken from the first sentence');
});

test('only a summary that was given stands above the text', () => {
  expect(pageAt('2024/03/01/ferry-stays-in-port/')).not.toContain('p-summary');
  expect(pageAt('2024/03/01/dike-holds/')).toContain('p-summary');
});

test('old addresses lead to the article', () => {
  for (const page of ['news/1207/index.html', 'paper/díke.html']) {
    expect(read(page)).toContain('content="0; url=/archive/2024/03/01/dike-holds/"');
    expect(read(page)).toMatch(
      /rel="canonical" href="https:\/\/[^"]+\/archive\/2024\/03\/01\/dike-holds\/"/,
    );
  }
  expect(JSON.parse(read('old-addresses.json'))).toEqual({ '?p=1207': '/2024/03/01/dike-holds/' });
});

test('a draft appears nowhere', () => {
  expect(existsSync(join(inject('siteDir'), '2023/06/05/hidden-draft'))).toBe(false);
  for (const path of ['2023/06/05/', '2023/', '']) {
    expect(pageAt(path)).not.toContain('Not yet to be seen');
  }
  expect(read('feed.xml')).not.toContain('Not yet to be seen');
});

test('nothing that could run gets from an article into a page', () => {
  const page = pageAt('2024/03/03/unsafe/');
  const body = /<article[\s\S]*<\/article>/.exec(page)?.[0] ?? '';
  expect(body).not.toMatch(/<script|<iframe|onclick|onerror=alert\(1\)>|javascript:|style=/);
  expect(body).toContain('<b>bold</b>');
  expect(body).not.toContain('id="site-content"');
  expect(page).toContain('Raw marks &lt;b&gt;&amp; such&lt;/b&gt; stay text');
});

test('text in another language says its language and direction', () => {
  expect(pageAt('2024/03/03/arabic/')).toMatch(/<article[^>]* lang="ar" dir="rtl"/);
  expect(pageAt('2024/03/03/')).toMatch(/lang="ar" dir="rtl"/);
});

test('a picture beside an article is served from the address of the article', () => {
  expect(pageAt('2024/03/01/dike-holds/')).toContain(
    'src="/archive/2024/03/01/dike-holds/tide.svg"',
  );
  expect(read('2024/03/01/dike-holds/tide.svg')).toContain('<title>Tide</title>');
});

test('every page forbids inline scripts and styles but those named by their digests', () => {
  for (const path of ['', '2024/', '2024/03/', '2024/03/01/', '2024/03/01/dike-holds/', 'dates/']) {
    const page = pageAt(path);
    const policy = /content-security-policy" content="([^"]*)"/.exec(page)?.[1] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe-inline');
    expect(page).not.toMatch(/<style|style="/);
    for (const [, attributes, text] of page.matchAll(/<script([^>]*)>([^<]*)/g)) {
      if (/\bsrc=|application\/ld\+json/.test(attributes ?? '')) continue;
      const digest = hash('sha256', text ?? '', 'base64');
      expect(policy).toContain(`'sha256-${digest}'`);
    }
  }
});

test('no page has a browser fetch what its policy forbids', () => {
  // Firefox fetches what `rel="next"` in the head names, which falls under `default-src`.
  for (const path of ['2024/03/01/dike-holds/', '2024/03/01/', '2024/']) {
    expect(pageAt(path)).not.toMatch(/<link[^>]+rel="(?:next|prev|prefetch)"/);
    expect(pageAt(path)).toMatch(/<a[^>]+rel="(?:next|prev)"/);
  }
});

test('nothing is asked of another host', () => {
  const pages = ['', '2024/03/01/dike-holds/', 'search/', 'about/'].map(pageAt).join('\n');
  const asked = [...pages.matchAll(/<(?:script|img|link|iframe)[^>]+(?:src|href)="([^"]+)"/g)]
    .map((match) => match[1] ?? '')
    .filter((url) => /^(?:https?:)?\/\//.test(url));
  expect(asked.filter((url) => !url.startsWith('https://westwerd.example/archive/'))).toEqual([]);
});

test('a link from one text to another leads below the base, in a feed to the whole address', () => {
  const path = '2024/03/01/ferry-stays-in-port/#p';
  expect(pageAt('2024/03/01/dike-holds/')).toContain(`<a href="/archive/${path}">the ferry</a>`);
  expect(read('feed.xml')).toMatch(new RegExp(`https://[^"]+/archive/${path}`));
});

test('the feed lists dated articles newest first with their addresses as ids', () => {
  const feed = read('feed.xml');
  const ids = [...feed.matchAll(/<entry[\s\S]*?<id>([^<]+)<\/id>/g)].map((match) => match[1]);
  expect(ids[0]).toMatch(/^https:\/\/westwerd\.example\/archive\/2024\/03\/03\//);
  expect(ids).not.toContain('https://westwerd.example/archive/undated/song-of-the-dike/');
  expect(feed).toContain('<published>2024-03-01T06:30:00+01:00</published>');
});

test('the sitemap has a part for each year, and says when an article last changed', () => {
  expect(read('sitemap.xml')).toContain('https://westwerd.example/archive/sitemap-2024.xml');
  expect(read('sitemap-2024.xml')).toContain(
    '/2024/03/01/dike-holds/</loc><lastmod>2024-03-02</lastmod>',
  );
});
