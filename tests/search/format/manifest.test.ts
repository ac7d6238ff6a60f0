import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDayCounts, printDayCounts } from '../../../src/search/format/manifest.ts';

test('counts of days, months, years and the undated are printed in one line each', () => {
  expect(
    printDayCounts(['2023-11-03', '2023-11-01', '2023-11-01', '2023-11', '2023', 'undated']),
  ).toBe('2023 1\n2023-11 1 2 0 1\nundated 1');
});

test('what is printed parses back, newest first', () => {
  const tags = fc.oneof(
    fc
      .date({ min: new Date('1800-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
      .chain((date) => {
        const day = date.toISOString().slice(0, 10);
        return fc.constantFrom(day, day.slice(0, 7), day.slice(0, 4));
      }),
    fc.constant('undated'),
  );
  fc.assert(
    fc.property(fc.array(tags), (dates) => {
      const counts = parseDayCounts(printDayCounts(dates));
      const expanded = counts.flatMap(({ date, count }) => Array<string>(count).fill(date));
      expect(expanded.toSorted()).toEqual(dates.toSorted());
      const dated = counts.map(({ date }) => date).filter((date) => date !== 'undated');
      expect(dated).toEqual(dated.toSorted().toReversed());
      if (counts.some(({ date }) => date === 'undated')) {
        expect(counts.at(-1)?.date).toBe('undated');
      }
    }),
  );
});
