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
  relaxations: [],
  wider: [],
  spellingFailed: false,
  suggestions: [],
  failed: [],
  ...more,
});

const say = (more: Partial<Progress> = {}): string =>
  sayProgress(progressWith(more), wording, 'moon');

test('how many were found is said once all have answered', () => {
  expect(say()).toBe('Searching …');
  expect(say({ state: 'complete' })).toBe('12 articles.');
});

test('nothing is said to be found of nothing only where all has been searched', () => {
  const none = { state: 'complete', found: 0 } as const;
  expect(say(none)).toContain('Nothing found for “moon”');
  const failed = [{ newest: '1999-12-31', oldest: '1990' }];
  expect(say({ ...none, failed })).toBe('The search for “moon” could not be finished.');
  expect(say({ state: 'complete', failed })).toMatch(/^12 articles so far\. .*not be finished/);
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
