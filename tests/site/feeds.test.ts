// The feeds of the built site, read as a feed reader reads them.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseFeed, parseOpml } from 'feedsmith';
import ICAL from 'ical.js';
import { expect, inject, test } from 'vitest';
import { buildArchive, type Archive } from '../../src/archive/archive.ts';
import { readContent } from '../../src/content-folder/content.ts';
import { listFiles } from '../../src/disk/list-files.ts';

const address = 'https://westwerd.example/archive/';

const read = (path: string): string => readFileSync(join(inject('siteDir'), path), 'utf8');

/** Reads what an address of the site answers. */
const answerOf = (url: string): string => read(url.slice(address.length));

async function archiveOf(): Promise<Archive> {
  const { articles } = await readContent('tests/site/newspaper', 'en');
  return buildArchive(articles.filter(({ draft }) => !draft));
}

function readAtom(xml: string) {
  const read = parseFeed(xml);
  if (read.format !== 'atom') throw new Error(`This is ${read.format}.`);
  return read.feed;
}

test('whoever follows the archive documents from the feed meets every article once, newest first', async () => {
  const ids: string[] = [];
  const linkOf = (feed: ReturnType<typeof readAtom>, rel: string) =>
    feed.links?.find((link) => link.rel === rel)?.href;
  let at = linkOf(readAtom(read('feed.xml')), 'prev-archive');
  expect(at).toBe(`${address}2024/03/feed.xml`);
  while (at !== undefined) {
    const xml = answerOf(at);
    expect(xml).toContain('<fh:archive/>');
    const document = readAtom(xml);
    expect(linkOf(document, 'current')).toBe(`${address}feed.xml`);
    expect(linkOf(document, 'self')).toBe(at);
    ids.push(...(document.entries ?? []).map(({ id }) => id ?? ''));
    at = linkOf(document, 'prev-archive');
  }
  const { newestFirst } = await archiveOf();
  expect(ids).toEqual(newestFirst.map(({ id }) => `${address}${id}/`));
});

test('the feeds of the newest have the same articles in every format, with their texts', () => {
  const [atom, rss, json] = ['feed.xml', 'rss.xml', 'feed.json'].map((path) =>
    parseFeed(read(path)),
  );
  if (atom?.format !== 'atom' || rss?.format !== 'rss' || json?.format !== 'json') {
    throw new Error('A feed is not in its format.');
  }
  const ids = atom.feed.entries?.map(({ id }) => id);
  expect(ids?.length).toBeGreaterThan(5);
  expect(rss.feed.items?.map(({ link }) => link)).toEqual(ids);
  expect(json.feed.items?.map(({ id }) => id)).toEqual(ids);
  expect(rss.feed.items?.map((item) => item.content?.encoded)).toEqual(
    json.feed.items?.map((item) => item.content_html),
  );
  expect(atom.feed.entries?.map(({ content }) => content?.value)).toEqual(
    json.feed.items?.map((item) => item.content_html),
  );
  expect(rss.feed.items?.[0]?.content?.encoded).not.toContain('href="/archive/');
});

test('every feed of the site can be read, and no date in it is of the future', () => {
  const feeds = listFiles(inject('siteDir')).filter((path) => path.endsWith('feed.xml'));
  expect(feeds.length).toBeGreaterThan(20);
  for (const path of feeds) {
    const { entries = [] } = readAtom(read(path));
    for (const { published, updated } of entries) {
      expect(Date.parse(updated ?? ''), path).toBeLessThanOrEqual(Date.now());
      expect(Date.parse(published ?? updated ?? ''), path).toBeLessThanOrEqual(Date.now());
    }
  }
});

test('a list for feed readers names feeds that are there, and the page of feeds leads to it', () => {
  const { body } = parseOpml(read('feeds/all.opml'));
  const links = (body?.outlines ?? []).flatMap(({ outlines = [] }) => outlines);
  expect(links.length).toBeGreaterThan(15);
  for (const { xmlUrl = '', htmlUrl = '' } of links) {
    expect(readAtom(answerOf(xmlUrl)).links).toContainEqual(
      expect.objectContaining({ rel: 'alternate', href: htmlUrl }),
    );
  }
  const page = read('feeds/index.html');
  for (const path of [
    'feed.xml',
    'rss.xml',
    'feed.json',
    'feeds/all.opml',
    'corrections/feed.xml',
  ]) {
    expect(page).toContain(`href="/archive/${path}"`);
  }
});

test('the calendar has an event for every day of the year that has articles', async () => {
  const calendar = new ICAL.Component(ICAL.parse(read('on-this-day/calendar.ics')) as unknown[]);
  const days = calendar
    .getAllSubcomponents('vevent')
    .map((event) => new ICAL.Event(event).startDate.toString().slice(5));
  const { byDay } = await archiveOf();
  expect(days).toEqual([...new Set([...byDay.keys()].map((day) => day.slice(5)))].toSorted());
});

test('a correction stands on the page of all and in their feed, and leads to its place', () => {
  const [entry] = readAtom(read('corrections/feed.xml')).entries ?? [];
  const link = entry?.links?.find(({ rel }) => rel === 'alternate')?.href ?? '';
  const [page = '', id = ''] = link.split('#');
  expect(answerOf(`${page}index.html`)).toContain(`id="${id}"`);
  expect(read('corrections/index.html')).toContain(`href="/archive/${link.slice(address.length)}"`);
});
