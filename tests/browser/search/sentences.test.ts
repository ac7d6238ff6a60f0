import { expect, test } from 'vitest';
import {
  sayFailures,
  sayProgress,
  sayWhyWider,
  sayWider,
} from '../../../src/browser/search/sentences.ts';
import type { Progress } from '../../../src/browser/search/progress.ts';
import { makeWording } from '../../../src/browser/search/wording.ts';
import { arabic } from '../../../src/messages/arabic.ts';
import { completeTexts } from '../../../src/messages/complete.ts';
import { english } from '../../../src/messages/english.ts';

const wording = makeWording(english.searchPage, 'en');

const progressWith = (more: Partial<Progress>): Progress => ({
  state: 'searching',
  found: 12,
  dates: [],
  notes: [],
  liberties: [],
  wider: [],
  spellingFailed: false,
  suggestions: [],
  searched: undefined,
  waiting: [],
  failed: [],
  orderMayChange: false,
  ...more,
});

const say = (waiting: Progress['waiting'], more: Partial<Progress> = {}): string =>
  sayProgress(progressWith({ waiting, ...more }), wording, 'moon');

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

test('nothing is said to be found of nothing only where all has been searched', () => {
  const none = { state: 'complete', found: 0 } as const;
  expect(say([], none)).toContain('Nothing found for “moon”');
  const failed = [{ newest: '1999-12-31', oldest: '1990' }];
  expect(say([], { ...none, failed })).toBe('The search for “moon” could not be finished.');
  expect(say([], { state: 'complete', failed })).toMatch(/^12 articles so far\. .*not be finished/);
});

test('a query in the other direction of writing stands apart in its sentence', () => {
  const none = progressWith({ state: 'complete', found: 0 });
  expect(sayProgress(none, wording, 'שלום moon')).toContain('“\u2068שלום moon\u2069”');
  expect(sayProgress(none, wording, 'moon 1969')).toContain('“moon 1969”');
  const { texts } = completeTexts(english, arabic);
  const arabicWording = makeWording(texts.searchPage, 'ar');
  expect(sayProgress(none, arabicWording, 'moon')).toContain('\u2068moon\u2069');
  expect(sayProgress(none, arabicWording, 'قمر')).toContain('«قمر»');
});

test('what failed has a name', () => {
  const failures = (more: Partial<Progress>): string =>
    sayFailures(progressWith(more), wording).join(' ');
  expect(failures({ failed: [{ newest: '1999-12-31', oldest: '1990' }] })).toContain('1990–1999');
  expect(failures({ failed: [{ newest: 'undated', oldest: 'undated' }] })).toMatch(
    /without a date/,
  );
  expect(failures({ spellingFailed: true })).toMatch(/^Other spellings/);
  expect(failures({})).toBe('');
});

test('few is not said of none', () => {
  const wider = [{ kind: 'without' as const, words: ['b'], text: 'a', found: 40 }];
  expect(sayWhyWider(progressWith({ found: 0, wider }), wording)).toMatch(/^No article/);
  expect(sayWhyWider(progressWith({ found: 1, wider }), wording)).toMatch(/^Only 1 article/);
  const apart = [{ kind: 'apart' as const, words: ['a b'], text: 'a b', found: 132 }];
  expect(sayWhyWider(progressWith({ found: 0, wider: apart }), wording)).toBe(
    'No article has “a b” word for word.',
  );
  expect(apart.map((one) => sayWider(one, wording))).toEqual([
    '132 articles have these words apart',
  ]);
});
