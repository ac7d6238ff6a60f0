import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseArticle } from '../../src/article/article.ts';
import { isDateTag } from '../../src/article/calendar-date.ts';
import { findImporters } from '../../src/commands/importing/find-importers.ts';
import { readSmall } from '../../src/commands/importing/readings.ts';
import { printDraft } from '../../src/importers/article-file.ts';
import type { Draft, Reading } from '../../src/importers/importer.ts';
import { withPictures } from '../../src/importers/pictures.ts';
import { someOf } from '../thorough.ts';

const importers = await findImporters();
const context = { latestDay: '2026-11-23' };

async function readAs(format: string | undefined, bytes: Uint8Array): Promise<Reading[]> {
  const { readings } = readSmall('folder/original.txt', bytes, { importers, format, context });
  const list: Reading[] = [];
  for await (const reading of readings) list.push(reading);
  return list;
}

/** What a draft prints parses back to the same article. */
function expectWhole(draft: Draft): void {
  const complete = withPictures(draft, [], 'folder/original.txt');
  const file = 'articles/2001/02/03/any.md';
  const text = printDraft(complete, { path: 'folder/original.txt', sha256: '0'.repeat(64) }, file);
  const { article, problems } = parseArticle(text, { file, language: 'en' });
  expect(article, problems.map(({ message }) => message).join(' ')).toBeDefined();
  expect(isDateTag(complete.fields.date)).toBe(true);
  expect(article?.date).toBe(complete.fields.date);
  const title = complete.fields.title?.replace(/\s+/g, ' ').trim();
  if (title) expect(article?.title).toBe(title);
}

/** Pieces the formats are made of, so that random texts reach deep into their readers. */
const pieces = fc.constantFrom(
  '---\n', '+++\n', 'title: ', 'date: 2019-02-30\n', 'date: 2019-02-03\n', 'Date: 03/04/2019\n', 'tags: [a, b\n', '&a [*a]', '{', '}', '[', ']', '"', ',', ';', '\t', '\n', '\n\n', '\r\n', '\u0000', '\u001B[31m', '\uFEFF', '\uD800', '<', '>', '</', '/>', '<p>', '</p>', '<b>', '<![CDATA[', ']]>', '<!--', '-->', '<rss>', '<channel>', '<item>', '</item>', '<title>', '<feed>', '<entry>', '<wp:post_type>', 'xmlns:wp="x"', '<wp:post_date>', '<content:encoded>', '<newsItem guid="x">', '<html>', '<body>', '<script>', 'javascript:', '<a href="', '<img src="', '{%', '%}', '{{', '}}', '{{<', '>}}', '{% raw %}', '```', '`', '~~~', '#', '![x](', ')', '[x]: ', '[[w|x]]', '|', '\\', '*', '_', ' date 2001-02-03 ', 'By Jane Doe\n', 'é', '北京', 'â€™', '&x;', '&#0;', '&amp;', '{"uri":"x","headline":"y"}', '{"items":[{}]}', '{"title":', 'null', '12', 'From a@b.c Mon Jan  1 00:00:00 2001\n', 'Subject: =?utf-8?Q?', 'Content-Type: multipart/mixed; boundary=b\n', '--b\n', '{"posts":[', '"html":', '"rendered":', 'post_id,is_published\n', 'a,b\n1,2\n', '"date","title"\n',
); // prettier-ignore

const pieced = fc
  .array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 12 })), { maxLength: 40 })
  .map((list) => list.join(''));

describe.each([undefined, ...importers.map(({ format }) => format)])('read as %s', (format) => {
  test('any bytes end in whole articles or in problems', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        for (const reading of await readAs(format, bytes))
          if (reading.kind === 'draft') expectWhole(reading);
      }),
      { numRuns: someOf(60) },
    );
  });

  test('any text of the pieces formats are made of ends in whole articles or in problems', async () => {
    await fc.assert(
      fc.asyncProperty(pieced, async (text) => {
        const readings = await readAs(format, new TextEncoder().encode(text));
        for (const reading of readings) if (reading.kind === 'draft') expectWhole(reading);
        // Nothing ends in silence.
        expect(readings.length).toBeGreaterThan(0);
      }),
      { numRuns: someOf(150) },
    );
  });
});
