// Entries as reference managers read them, by Citation.js: whatever signs stand in a title or a name, they come back.

import { Cite } from '@citation-js/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printBibtex } from '../../src/citation/bibtex.ts';
import { familyFirstByCommas, parseName } from '../../src/citation/names.ts';
import type { CslName, NewsItem } from '../../src/citation/news-item.ts';
import { printRis } from '../../src/citation/ris.ts';
import { nameTable } from './name-table.ts';

// Each teaches `Cite` a format.
await import('@citation-js/plugin-bibtex');
await import('@citation-js/plugin-ris');

const anItem = (title: string, author: CslName[]): NewsItem => ({
  id: 'flood-2024-03-01',
  type: 'article-newspaper',
  title,
  author,
  issued: { 'date-parts': [[2024, 3, 1]] },
  'container-title': `The ${title} Courier`,
  language: 'en',
  URL: 'https://westwerd.example/2024/03/01/flood/',
});

interface Read {
  title: string;
  paper: string;
  names: string[];
}

function readBibtex(item: NewsItem): Read {
  const [entry = {}] = new Cite(printBibtex(item)).data;
  const names = (entry['author'] ?? []) as Record<string, string | undefined>[];
  return {
    title: entry['title'] as string,
    paper: entry['container-title'] as string,
    names: names.map((name) =>
      [
        [name['non-dropping-particle'], name['family'] ?? name['literal']]
          .filter(Boolean)
          .join(' '),
        name['given'],
        name['suffix'],
      ]
        .filter(Boolean)
        .join(', '),
    ),
  };
}

function readRis(item: NewsItem): Read {
  const [record = {}] = new Cite(printRis(item)).data;
  return {
    title: record['title'] as string,
    paper: record['container-title'] as string,
    // Of a newspaper article, RIS calls the authors reporters.
    names: [(record['reporter'] ?? []) as string | string[]].flat(),
  };
}

const signs = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i));

describe.each([
  ['BibTeX', readBibtex],
  ['RIS', readRis],
] as const)('%s', (format, read) => {
  test.each(signs)('brings back %s in title, newspaper and names', (sign) => {
    const title = `Flood ${sign} in the${sign}harbour`;
    const item = anItem(title, [
      { family: `Wh${sign}t`, given: `M${sign}a` },
      { literal: `Harbour ${sign} desk` },
    ]);
    expect(read(item)).toEqual({
      title,
      paper: `The ${title} Courier`,
      names: [
        `Wh${sign}t, M${sign}a`,
        // A comma parts names in RIS.
        format === 'RIS' && sign === ',' ? 'Harbour – desk' : `Harbour ${sign} desk`,
      ],
    });
  });

  test('brings back titles of any signs', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[!-~]+(?: [!-~]+)*$/), (title) => {
        expect(read(anItem(title, [])).title).toBe(title);
      }),
    );
  });

  test.each(nameTable)('brings back $printed', ({ printed, listed, language }) => {
    const name = parseName(printed, { language });
    const { names } = read(anItem('Flood', [name]));
    expect(names).toEqual([format === 'RIS' ? familyFirstByCommas(name) : listed]);
  });
});
