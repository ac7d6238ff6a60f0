import fc from 'fast-check';
import { expect, test } from 'vitest';
import { slugFor } from '../../src/article/slug.ts';
import { lettersOf, slugsOfNames } from '../../src/archive/term-slugs.ts';

const pagesOf = (...names: string[]): number => new Set(slugsOfNames(names).values()).size;

test.each([
  ['Covid-19', 'COVID-19', 'covid 19'],
  ['Kraków', 'Krakow'],
  ['Łódź', 'Lodz', 'LODZ'],
  ['Straße', 'STRASSE'],
  ['Ｆｌｏｏｄ', 'Flood'],
  ['Ёлка', 'ёлка'],
])('%j and its like are one name', (...names) => expect(pagesOf(...names)).toBe(1));

test.each([
  ['鐘楼', '鐘樓', '鍾樓'],
  ['Москва', 'Moskva'],
  ['Андрей', 'Андреи'],
  ['Bình', 'Bính', 'Binh'],
  ['がか', 'かか'],
  ['C', 'C++', 'C#'],
])('%j and its like are names of their own', (...names) =>
  expect(pagesOf(...names)).toBe(names.length),
);

test('the name that came first has the plain address, and keeps it', () => {
  const first = slugsOfNames(['鐘楼']).get('鐘楼');
  const both = slugsOfNames(['鐘楼', '鐘樓']);
  expect(both.get('鐘楼')).toBe(first);
  expect(both.get('鐘樓')).toMatch(new RegExp(`^${first}-[a-z0-9]{4}$`));
});

test('no two names of different letters ever share a page, and a name that comes later moves none', () => {
  const names = fc.uniqueArray(
    fc.oneof(
      fc.constantFrom(
        '权利',
        '权力',
        '權利',
        'quan li',
        'Quan-Li',
        'quán lì',
        'Bình',
        'Bính',
        'binh',
      ),
      fc.string({ maxLength: 4 }),
    ),
  );
  fc.assert(
    fc.property(names, (oldestFirst) => {
      const slugs = slugsOfNames(oldestFirst);
      for (const one of oldestFirst) {
        for (const other of oldestFirst) {
          if (slugs.get(one) === slugs.get(other)) expect(lettersOf(one)).toBe(lettersOf(other));
        }
      }
      const [first] = oldestFirst;
      if (first !== undefined) expect(slugs.get(first)).toBe(slugFor(first));
    }),
  );
});

test.each(['feed.xml', 'index.html', '~m', '../about', 'con'])(
  'a topic that is named like a file, %s, has a slug that no file has',
  (name) => {
    const [slug = ''] = [...slugsOfNames([name]).values()];
    expect(slug).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
  },
);
