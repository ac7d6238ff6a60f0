// What is printed, read by programs that others wrote.

import fc from 'fast-check';
import { parseFeed, parseOpml } from 'feedsmith';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { printAtom } from '../../../src/archive/feeds/atom.ts';
import type { Feed, FeedEntry } from '../../../src/archive/feeds/feed.ts';
import { printCalendar } from '../../../src/archive/feeds/icalendar.ts';
import { printJsonFeed } from '../../../src/archive/feeds/json-feed.ts';
import { printOpml } from '../../../src/archive/feeds/opml.ts';
import { printRss, toRfc822 } from '../../../src/archive/feeds/rss.ts';

const feed: Feed = {
  title: 'News & more',
  description: 'All the news',
  address: 'https://a.example/archive/',
  path: '/feed.xml',
  page: '/',
  author: 'The archive',
  licence: 'CC BY 4.0',
  language: 'en',
};

const nasty = 'A \u0000\u0008\u001F\uFFFF]]> & <b> "x" \u{1F600}';
const entry: FeedEntry = {
  path: '/2024/03/01/flood/',
  title: nasty,
  lang: 'de',
  published: '2024-03-01T18:53:00+01:00',
  updated: '2024-03-05T12:00:00Z',
  authors: ['Jane Doe', 'John Roe'],
  topics: ['Floods'],
  summary: nasty,
  html: `<p>${nasty}</p>`,
};

test('Atom is read back, characters that XML forbids left out', () => {
  const read = parseFeed(
    printAtom({ ...feed, history: { isArchive: true, previous: '/2024/02/feed.xml' } }, [entry]),
  );
  if (read.format !== 'atom') throw new Error(read.format);
  expect(read.feed.links).toContainEqual(
    expect.objectContaining({
      rel: 'prev-archive',
      href: 'https://a.example/archive/2024/02/feed.xml',
    }),
  );
  expect(read.feed.entries?.[0]).toMatchObject({
    id: 'https://a.example/archive/2024/03/01/flood/',
    title: { value: 'A ]]> & <b> "x" \u{1F600}' },
    published: '2024-03-01T18:53:00+01:00',
    authors: [{ name: 'Jane Doe' }, { name: 'John Roe' }],
  });
});

test('RSS is read back, with the time in its own zone', () => {
  const read = parseFeed(printRss(feed, [entry]));
  if (read.format !== 'rss') throw new Error(read.format);
  expect(read.feed.items?.[0]).toMatchObject({
    title: 'A ]]> & <b> "x" \u{1F600}',
    link: 'https://a.example/archive/2024/03/01/flood/',
    pubDate: 'Fri, 01 Mar 2024 18:53:00 +0100',
    content: { encoded: '<p>A ]]> & <b> "x" \u{1F600}</p>' },
  });
});

test('the date of RFC 822 is the instant of RFC 3339', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('1000-01-01'), max: new Date('9999-01-01'), noInvalidDate: true }),
      (date) => {
        const instant = `${date.toISOString().slice(0, 19)}Z`;
        expect(Date.parse(toRfc822(instant))).toBe(Date.parse(instant));
      },
    ),
  );
});

test('JSON Feed is read back', () => {
  const read = parseFeed(printJsonFeed(feed, [entry]));
  if (read.format !== 'json') throw new Error(read.format);
  expect(read.feed.items?.[0]).toMatchObject({
    id: 'https://a.example/archive/2024/03/01/flood/',
    title: nasty,
    date_published: '2024-03-01T18:53:00+01:00',
    tags: ['Floods'],
  });
});

test('OPML is read back; a group without feeds is left out', () => {
  const link = { title: nasty, path: '/topics/floods/feed.xml', page: '/topics/floods/' };
  const groups = [
    { title: 'Topics', page: '/topics/', feeds: [link] },
    { title: 'Authors', page: '/authors/', feeds: [] },
  ];
  const { body } = parseOpml(printOpml('Feeds', groups, feed.address));
  expect(body?.outlines).toHaveLength(1);
  expect(body?.outlines?.[0]?.outlines?.[0]).toMatchObject({
    type: 'rss',
    text: 'A ]]> & <b> "x" \u{1F600}',
    xmlUrl: 'https://a.example/archive/topics/floods/feed.xml',
    htmlUrl: 'https://a.example/archive/topics/floods/',
  });
});

// oxlint-disable-next-line no-control-regex -- calendars do not admit them
const controls = /[\u0000-\u0009\u000B-\u001F\u007F]/g;

test('a calendar is read back, whatever its texts, in lines of 75 bytes', () => {
  const text = fc.string({ unit: 'binary', maxLength: 120 });
  fc.assert(
    fc.property(text, text, (title, description) => {
      const url = 'https://a.example/archive/on-this-day/02-29/';
      const event = { uid: url, day: '1952-02-29', title, text: description, url };
      const printed = printCalendar({ title, language: 'en' }, [event]);
      expect(
        printed
          .split('\r\n')
          .every((line) => Buffer.byteLength(line) <= 75 && !/[\r\n]/.test(line)),
      ).toBe(true);
      const read = new ICAL.Component(ICAL.parse(printed) as unknown[]);
      const found = new ICAL.Event(read.getFirstSubcomponent('vevent') as ICAL.Component);
      const admitted = (of: string) => of.toWellFormed().replace(controls, ' ');
      expect(found.summary).toBe(admitted(title));
      expect(found.description).toBe(admitted(description));
      expect(found.startDate.toString()).toBe('1952-02-29');
    }),
    // The reader takes a tenth of a second for each.
    { numRuns: 10 },
  );
});
