import { expect, test } from 'vitest';
import { findDateInPath, nameWithoutDate } from '../../../src/importers/dates/date-in-path.ts';

test.each(['flood.md', '2016/flood.md', 'v1.2.3.txt', '201605051230.txt', '1234-56-78.txt'])(
  '%s carries none',
  (path) => {
    expect(findDateInPath(path)).toBeUndefined();
  },
);

test('a name is told from its date', () => {
  expect(nameWithoutDate('a/2016-05-05-flood.md')).toBe('flood');
  expect(nameWithoutDate('2016-05-05.md')).toBeUndefined();
});

test('a file name that begins with what is no day is not passed over', () => {
  expect(findDateInPath('2016-02-30-flood.md')).toEqual({ date: '2016-02-30', from: 'file name' });
});
