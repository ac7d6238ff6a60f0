import { expect, test } from 'vitest';
import { findDateInPath, nameWithoutDate } from '../../../src/importers/dates/date-in-path.ts';

test.each([
  ['_posts/2016-05-05-flood.md', '2016-05-05', 'file name'],
  ['20160505.txt', '2016-05-05', 'file name'],
  ['2015-03-00-meeting.md', '2015-03', 'file name'],
  ['news/2016/05/05/flood/index.html', '2016-05-05', 'path'],
  ['news/2016/5/flood.md', '2016-05', 'path'],
  ['news/2016-05-05/flood.md', '2016-05-05', 'path'],
])('%s carries %s', (path, date, from) => {
  expect(findDateInPath(path)).toEqual({ date, from });
});

test.each([
  'flood.md',
  '2016/flood.md',
  'v1.2.3.txt',
  '2016-13-40-x.md',
  '201605051230.txt',
  '2016-02-30.md',
])('%s carries none', (path) => {
  expect(findDateInPath(path)).toBeUndefined();
});

test('a name is told from its date', () => {
  expect(nameWithoutDate('a/2016-05-05-flood.md')).toBe('flood');
  expect(nameWithoutDate('2016-05-05.md')).toBeUndefined();
});
