import { expect, test } from 'vitest';
import { capDepth } from '../../src/importers/html/cap-depth.ts';

test('tags deeper than a hundred go, their text and all other tags stay', () => {
  const page = (inside: string): string =>
    `<title>Flood</title>${'<font>'.repeat(100)}${inside}${'</font>'.repeat(100)}<p>After</p>`;
  const deep = '<b title=">">deep</b><br>';
  expect(capDepth(page(deep))).toBe(page(' deep <br>'));
  expect(capDepth(page('x'))).toBe(page('x'));
});

test.for(['<b>', '<a ', '<a "', '</a', '<!--', "<b x='"])(
  'a page that repeats %s takes time as its length does',
  (piece) => {
    const timeOf = (count: number): number => {
      const html = piece.repeat(count);
      const start = performance.now();
      capDepth(html);
      return performance.now() - start;
    };
    timeOf(1000);
    // In quadratic time a million would take minutes.
    expect(timeOf(1_000_000)).toBeLessThan(5000);
  },
);
