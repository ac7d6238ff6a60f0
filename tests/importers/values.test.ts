// Values of JSON: what stands in them is theirs, and what is wrong with one costs it alone.

import { describe, expect, test } from 'vitest';
import { findImporters } from '../../src/commands/importing/find-importers.ts';
import { readSmall } from '../../src/commands/importing/readings.ts';
import type { Draft, Reading } from '../../src/importers/importer.ts';

const importers = await findImporters();

const readingsOf = async (path: string, text: string): Promise<Reading[]> => {
  const context = { latestDay: '2026-11-23' };
  const { readings } = readSmall(path, new TextEncoder().encode(text), { importers, context });
  return Array.fromAsync(readings);
};
const draftsOf = async (path: string, text: string): Promise<Draft[]> =>
  (await readingsOf(path, text)).filter((reading) => reading.kind === 'draft');
const isRefused = ({ kind }: Reading): boolean => kind === 'refused';

const article = { title: 'Dikes hold', date: '1953-02-02', body: 'All night men carried sand.' };
const feedItem = {
  id: '1',
  title: article.title,
  date_published: '1953-02-02T08:00:00Z',
  content_text: article.body,
};
const newsItem = {
  uri: 'urn:example:1',
  versioncreated: '1953-02-02T08:00:00Z',
  headline: article.title,
  body_text: article.body,
};
const feed = (item: object): string =>
  JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'News', items: [item] });

/** In JSON these may stand in a string as they are (RFC 8259 §7), and in no other text. */
const separators = [
  ['LINE SEPARATOR', '\u2028'],
  ['PARAGRAPH SEPARATOR', '\u2029'],
  ['NEXT LINE', '\u0085'],
] as const;

describe.for(separators)('a raw %s in a string', ([, separator]) => {
  test.for([
    ['list.json', JSON.stringify([article])],
    ['lines.jsonl', JSON.stringify(article)],
    ['feed.json', feed(feedItem)],
    ['item.json', JSON.stringify(newsItem)],
  ] as const)('divides lines of the value, not of %s', async ([path, json]) => {
    const text = json
      .replace('Dikes hold', `Dikes${separator}hold`)
      .replace('night men', `night${separator}men`);
    const [draft] = await draftsOf(path, text);
    expect(draft?.fields.title?.split(/\s+/)).toEqual(['Dikes', 'hold']);
    expect(draft?.body).toMatch(/^All night\n+men carried sand\.$/);
  });
});

const deep = `${'['.repeat(50_000)}1${']'.repeat(50_000)}`;
const withDeep = (item: object): string => JSON.stringify(item).replace(/\}$/, `,"more":${deep}}`);

test.for([
  ['list.json', `[${JSON.stringify(article)},${withDeep(article)}]`],
  ['lines.jsonl', `${withDeep(article)}\n${JSON.stringify(article)}`],
] as const)('in %s a record nested 50,000 deep costs itself alone', async ([path, text]) => {
  const readings = await readingsOf(path, text);
  expect(readings.filter(({ kind }) => kind === 'draft')).toHaveLength(1);
  expect(readings.filter(isRefused)).toMatchObject([
    { problem: { message: expect.stringContaining('is nested more than 100 levels deep') } },
  ]);
});

test.for([
  ['feed.json', feed(feedItem).replace('"items":[', `"items":[${withDeep(feedItem)},`)],
  ['items.json', `[${JSON.stringify(newsItem)},${withDeep(newsItem)}]`],
] as const)('in %s what is nested too deep is left out of its item', async ([path, text]) => {
  expect(await draftsOf(path, text)).toHaveLength(2);
});
