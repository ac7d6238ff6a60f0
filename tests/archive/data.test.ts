import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'csv-parse/sync';
import { parquetReadObjects } from 'hyparquet';
import { expect, test } from 'vitest';
import { buildArchive } from '../../src/archive/archive.ts';
import { printCsv } from '../../src/archive/data/csv.ts';
import { describeDataPackage, describeOpenApi } from '../../src/archive/data/describe.ts';
import { ninjsItems } from '../../src/archive/data/ninjs.ts';
import { writeParquet } from '../../src/archive/data/parquet.ts';
import { recordOf, type FullRecord } from '../../src/archive/data/record.ts';
import { recordSchema } from '../../src/archive/data/schema.ts';
import { dataPeriods, monthData, yearData } from '../../src/views/data-views.ts';
import { anArticle } from '../an-article.ts';

const about = {
  name: 'The Westwerd Courier',
  description: 'News of the island.',
  address: 'https://news.example/archive/',
  publisher: 'Westwerd Society',
  licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
};

const articles = [
  anArticle({ date: '2024-03-01', title: 'A "dike", once more', tags: ['Floods', 'Sea'] }),
  anArticle({ date: '2024-03-02', slug: 'b', title: 'Two\nlines', authors: ['Jane Doe'] }),
  anArticle({ date: '2024', slug: 'c', section: 'Island' }),
  anArticle({ date: 'undated', slug: 'd' }),
];
const archive = buildArchive(articles);
const records: FullRecord[] = archive.newestFirst.map((article) => ({
  ...recordOf(article, about),
  sha256: 'ab'.repeat(32),
  text: `The text of *${article.slug}*.`,
}));

test('every article is in one month, and in one year', () => {
  for (const views of [monthData(archive, about), yearData(archive, about)]) {
    const urls = views.flatMap(({ entries }) => entries.map(({ record }) => record.url));
    expect(urls).toEqual(records.map(({ url }) => url));
  }
  expect(dataPeriods(archive)).toEqual({
    months: ['2024/03', '2024', 'undated'],
    years: ['2024', 'undated'],
  });
});

test('records as JSON are what the JSON Schema says', () => {
  const ajv = new Ajv2020({
    formats: { uri: (text: string) => URL.canParse(text), date: /^\d{4}-\d{2}-\d{2}$/ },
  });
  const valid = ajv.compile(recordSchema('https://news.example/archive/data/schema.json'));
  for (const record of records) {
    expect(valid(JSON.parse(JSON.stringify(record))), JSON.stringify(valid.errors)).toBe(true);
  }
  expect(valid({ ...records[0], date: '1 March 2024' })).toBe(false);
});

test('a reader of CSV finds the fields as they were', () => {
  const rows: Record<string, string>[] = parse(printCsv(records), { columns: true });
  expect(rows.map(({ title }) => title)).toEqual(records.map(({ title }) => title));
  expect(rows.map(({ topics }) => topics)).toContain('Floods; Sea');
  expect(rows.at(-1)?.['date']).toBe('');
});

test('a reader of Parquet finds the fields as they were', async () => {
  const file = writeParquet(records);
  const rows = await parquetReadObjects({
    file: file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength) as ArrayBuffer,
  });
  expect(rows.map(({ text }) => text as string)).toEqual(records.map(({ text }) => text));
  expect(rows.map(({ topics }) => JSON.parse(topics as string) as string[])).toEqual(
    records.map(({ topics }) => topics),
  );
  expect(rows.at(-1)).toMatchObject({ date: null, wordCount: records.at(-1)?.wordCount });
});

test('the same records give the same bytes', () => {
  expect(Buffer.from(writeParquet(records)).equals(Buffer.from(writeParquet(records)))).toBe(true);
});

test('ninjs items have an address, a headline, and a day only where it is known', () => {
  const items = ninjsItems(records);
  expect(items.map(({ uri }) => uri)).toEqual(records.map(({ url }) => url));
  expect(items.filter((item) => 'contentCreated' in item)).toHaveLength(2);
  expect(items[0]).toMatchObject({ standard: { name: 'ninjs', version: '3.1' } });
});

test('the data package names every file once, with whole addresses', () => {
  const described = describeDataPackage(about, dataPeriods(archive)) as {
    resources: { name: string; path: string[] }[];
  };
  const paths = described.resources.flatMap(({ path }) => path);
  expect(new Set(paths).size).toBe(paths.length);
  expect(paths).toContain('https://news.example/archive/data/2024/03.csv');
  expect(paths).toContain('https://news.example/archive/data/undated.parquet');
});

test('the description of the addresses resolves its own references', () => {
  const described = JSON.stringify(describeOpenApi(about));
  const root = JSON.parse(described) as Record<string, unknown>;
  for (const [, pointer = ''] of described.matchAll(/"\$ref":"#\/([^"]+)"/g)) {
    const found = pointer
      .split('/')
      .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], root);
    expect(found, pointer).toBeDefined();
  }
});
