import { expect, test } from 'vitest';
import { printAtom, toInstant, type Feed } from '../../src/archive/atom.ts';
import { anArticle } from '../an-article.ts';

const feed: Feed = {
  title: 'News & more',
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

test('the entries of one day are in the order of the instants they carry', () => {
  const entries = [
    anArticle({ slug: 'at-nine', time: '09:00+02:00' }),
    anArticle({ slug: 'at-eight', time: '08:00Z' }),
    anArticle({ slug: 'some-time' }),
    anArticle({ slug: 'whenever' }),
  ].map((article) => ({ article, html: '' }));
  const titles = [...printAtom(feed, entries).matchAll(/<id>.*\/([\w-]+)\/<\/id>/g)];
  expect(titles.map((match) => match[1])).toEqual(['some-time', 'whenever', 'at-eight', 'at-nine']);
});

test('an entry carries its address as its id, its words, its authors and its whole text', () => {
  const article = anArticle({
    title: 'Q & A',
    authors: ['Jane Doe'],
    tags: ['Floods'],
    lang: 'de',
    time: '06:30+01:00',
  });
  const xml = printAtom(feed, [{ article, html: '<p>Text</p>' }]);
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
    [corrected, revised].map((article) => ({ article, html: '' })),
  );
  expect(updatedOf(xml)).toEqual([
    '2024-03-05T12:00:00Z',
    '2024-03-05T12:00:00Z',
    '2024-03-04T12:00:00Z',
  ]);
});

test('an article revised on its own day did not change before it was published', () => {
  const article = anArticle({ time: '18:53+01:00', updated: '2024-03-01' });
  expect(updatedOf(printAtom(feed, [{ article, html: '' }]))[1]).toBe('2024-03-01T18:53:00+01:00');
});

test('the feed is as new as its newest entry, by the clock and not by the text', () => {
  const early = anArticle({ slug: 'a', time: '09:00+09:00' });
  const late = anArticle({ slug: 'b', time: '08:00-05:00' });
  const xml = printAtom(
    feed,
    [early, late].map((article) => ({ article, html: '' })),
  );
  expect(updatedOf(xml)[0]).toBe('2024-03-01T08:00:00-05:00');
});

test('a feed without entries is whole', () => {
  expect(updatedOf(printAtom(feed, []))).toEqual(['0001-01-01T12:00:00Z']);
});
