import { expect, test } from 'vitest';
import { capDepth } from '../../src/importers/html/cap-depth.ts';

const inBoxes = (inside: string, count: number): string =>
  `<title>Flood</title>${'<div>'.repeat(count)}${inside}${'</div>'.repeat(count)}<p>After</p>`;

test('boxes deeper than a hundred go, their text and all other tags stay', () => {
  const deep = inBoxes('<b title=">">deep</b><br>', 102);
  expect(capDepth(deep)).toBe(inBoxes('  deep<br>  ', 100));
  expect(capDepth(inBoxes('x', 100))).toBe(inBoxes('x', 100));
});

test('a headline and a date below a thousand boxes stay what they are', () => {
  const facts = '<h1>Pilot boat sold</h1><time datetime="2015-01-04">today</time><p>She';
  expect(capDepth(inBoxes(facts, 1000))).toContain(facts);
});

test('an element of emphasis in its like goes without a blank', () => {
  const page = `<b>pilot <i>b<b>o</b>at</i></b>${'<br>'.repeat(100)}`;
  expect(capDepth(page)).toBe(page.replace('<b>o</b>', 'o'));
});

test.for(['<b>', '<a ', '<a "', '</a', '<!--', "<b x='"])(
  'a page that repeats %s takes time as its length does',
  (piece) => {
    const timeOf = (count: number): number => {
      const html = piece.repeat(count);
      const before = process.threadCpuUsage();
      capDepth(html);
      const { user, system } = process.threadCpuUsage(before);
      return (user + system) / 1000;
    };
    timeOf(1000);
    // In quadratic time a million would take minutes.
    expect(timeOf(1_000_000)).toBeLessThan(5000);
  },
);
