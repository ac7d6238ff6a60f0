import { describe, expect, test } from 'vitest';
import { countBuckets } from '../../../src/browser/search/buckets.ts';

const archive = [
  { date: '1972-12-14', count: 1 },
  { date: '1969-07-20', count: 2 },
  { date: '1969-07', count: 1 },
  { date: '1969', count: 3 },
  { date: 'undated', count: 4 },
];
const found = [
  { date: '1969-07-20', count: 1 },
  { date: '1969', count: 1 },
  { date: 'undated', count: 1 },
];
const open = { from: '', to: '' };

describe('the bars of the histogram', () => {
  test('are years for the whole archive, those without articles included', () => {
    const { bars, undated } = countBuckets(found, archive, open, 100);
    expect(bars.map((bar) => [bar.from, bar.found, bar.all])).toEqual([
      ['1969', 2, 6],
      ['1970', 0, 0],
      ['1971', 0, 0],
      ['1972', 0, 1],
    ]);
    expect(undated).toMatchObject({ found: 1, all: 4 });
  });

  test('are several years where there is no room', () => {
    const { bars } = countBuckets(found, archive, { from: '1900', to: '1999' }, 25);
    expect(bars).toHaveLength(20);
    expect(bars.find(({ from }) => from === '1965')).toMatchObject({
      to: '1969',
      found: 2,
      all: 6,
    });
  });

  test('are months in a year, and days in a month', () => {
    const months = countBuckets(found, archive, { from: '1969', to: '1969' }, 100).bars;
    expect(months).toHaveLength(12);
    expect(months[6]).toMatchObject({ from: '1969-07', found: 1, all: 3 });
    const days = countBuckets(found, archive, { from: '1969-07', to: '1969-07' }, 100).bars;
    expect(days).toHaveLength(31);
    expect(days[19]).toMatchObject({ from: '1969-07-20', found: 1, all: 2 });
  });

  test('of an archive without dates are none', () => {
    expect(countBuckets([], [{ date: 'undated', count: 2 }], open, 50).bars).toEqual([]);
  });
});
