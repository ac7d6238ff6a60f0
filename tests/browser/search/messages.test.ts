import { expect, test } from 'vitest';
import { sayProgress } from '../../../src/browser/search/messages.ts';
import type { Progress } from '../../../src/browser/search/search-run.ts';
import { makeWording } from '../../../src/browser/search/wording.ts';
import { english } from '../../../src/words/english.ts';

const wording = makeWording(english.searchPage, 'en');

const say = (waiting: Progress['waiting'], more: Partial<Progress> = {}): string =>
  sayProgress(
    {
      state: 'searching',
      found: 12,
      dates: [],
      notes: [],
      liberties: [],
      suggestions: [],
      searched: undefined,
      waiting,
      failed: [],
      orderMayChange: false,
      ...more,
    },
    wording,
    'moon',
  );

test('a year that two periods share is still to be searched once', () => {
  const waiting = [
    { newest: '2025-03-31', oldest: '2024-01-01' },
    { newest: '2024-01-01', oldest: '2023-06' },
    { newest: '2020', oldest: '1999-12-31' },
  ];
  expect(say(waiting)).toBe('12 articles so far; 25 years to go.');
  expect(say([...waiting, { newest: 'undated', oldest: 'undated' }])).toContain('26 years to go');
});

test('what has been searched is said, and that the search was stopped', () => {
  const searched = { newest: '2025-12-31', oldest: '2019-01-01' };
  const waiting = [{ newest: '2018-12-30', oldest: '2018-01-01' }];
  expect(say(waiting, { searched, state: 'stopped' })).toMatch(/2019.*2025.*1 year to go\.$/);
});
