import { expect, test } from 'vitest';
import { printAtom } from '../../../src/archive/feeds/atom.ts';
import { feedEntry, inThePast, toInstant, type Feed } from '../../../src/archive/feeds/feed.ts';
import { anArticle } from '../../an-article.ts';

const now = Date.parse('2026-11-30T09:00:00Z');

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

test.each([
  ['2024-03-01', undefined, '2024-03-01T12:00:00Z'],
  ['2024-03-01', '18:53+01:00', '2024-03-01T18:53:00+01:00'],
  ['2024-03-01', '18:53:07Z', '2024-03-01T18:53:07Z'],
  ['2024-03-01', '18:53 Europe/Berlin', '2024-03-01T18:53:00+01:00'],
  ['2024-03', undefined, '2024-03-01T12:00:00Z'],
  ['2024', undefined, '2024-01-01T12:00:00Z'],
  ['undated', undefined, '0001-01-01T12:00:00Z'],
])('%s %s is the instant %s', (date, time, instant) => expect(toInstant(date, time)).toBe(instant));

test.each([
  ['2026-11-30T08:59:59Z', '2026-11-30T08:59:59Z'],
  ['2026-11-30T12:00:00Z', '2026-11-30T00:00:00Z'],
  ['2027-05-01T12:00:00+02:00', '2026-11-30T00:00:00Z'],
  ['2026-11-30T10:00:00+09:00', '2026-11-30T10:00:00+09:00'],
])('%s is over at nine as %s', (instant, past) => expect(inThePast(instant, now)).toBe(past));

test('the entries stay in the order of the archive', () => {
  const slugs = ['at-nine', 'at-eight', 'some-time', 'whenever'];
  const entries = slugs.map((slug) => feedEntry(anArticle({ slug }), now));
  const ids = [...printAtom(feed, entries).matchAll(/<id>.*\/([\w-]+)\/<\/id>/g)];
  expect(ids.map((match) => match[1])).toEqual(slugs);
});

test('what is undated says when it was published nowhere', () => {
  expect(printAtom(feed, [feedEntry(anArticle({ date: 'undated' }), now)])).not.toContain(
    '<published>',
  );
});

test('an entry carries its address as its id, its words, its authors and its whole text', () => {
  const article = anArticle({
    title: 'Q & A',
    authors: ['Jane Doe'],
    tags: ['Floods'],
    lang: 'de',
    time: '06:30+01:00',
  });
  const xml = printAtom(feed, [{ ...feedEntry(article, now), html: '<p>Text</p>' }]);
  expect(xml).toContain(`<entry xml:lang="de">
<id>https://a.example/archive/2024/03/01/flood/</id>
<title>Q &#38; A</title>
<published>2024-03-01T06:30:00+01:00</published>
<updated>2024-03-01T06:30:00+01:00</updated>
<link rel="alternate" type="text/html" href="https://a.example/archive/2024/03/01/flood/"/>
<author><name>Jane Doe</name></author>
<category term="Floods"/>
<summary>The water rose.</summary>
<content type="html" xml:base="https://a.example/archive/2024/03/01/flood/">&#60;p&#62;Text&#60;/p&#62;</content>
</entry>`);
  expect(xml).toContain('<title>News &#38; more</title>');
  expect(xml).toContain('<id>https://a.example/archive/feed.xml</id>');
});

const updatedOf = (xml: string): (string | undefined)[] =>
  [...xml.matchAll(/<updated>([^<]+)/g)].map((match) => match[1]);

test('a correction or a revision makes an entry newer, and with it the feed', () => {
  const corrected = anArticle({ corrections: [{ date: '2024-03-05', note: 'The height.' }] });
  const revised = anArticle({ slug: 'b', updated: '2024-03-04' });
  const xml = printAtom(
    feed,
    [corrected, revised].map((article) => feedEntry(article, now)),
  );
  expect(updatedOf(xml)).toEqual([
    '2024-03-05T12:00:00Z',
    '2024-03-05T12:00:00Z',
    '2024-03-04T12:00:00Z',
  ]);
});

test('an article revised on its own day did not change before it was published', () => {
  const article = anArticle({ time: '18:53+01:00', updated: '2024-03-01' });
  expect(updatedOf(printAtom(feed, [feedEntry(article, now)]))[1]).toBe(
    '2024-03-01T18:53:00+01:00',
  );
});

test('the feed is as new as its newest entry, by the clock and not by the text', () => {
  const early = anArticle({ slug: 'a', time: '09:00+09:00' });
  const late = anArticle({ slug: 'b', time: '08:00-05:00' });
  const xml = printAtom(
    feed,
    [early, late].map((article) => feedEntry(article, now)),
  );
  expect(updatedOf(xml)[0]).toBe('2024-03-01T08:00:00-05:00');
});

test('a feed without entries is whole', () => {
  expect(updatedOf(printAtom(feed, []))).toEqual(['0001-01-01T12:00:00Z']);
});
