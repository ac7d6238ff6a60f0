import { expect, test } from 'vitest';
import { interfaceUntranslated } from '../../src/checks/interface-untranslated.ts';

test('texts that the interface lacks are one warning, which names each of them', () => {
  const problems = interfaceUntranslated(
    'de-AT',
    ['latest', 'searchPage.title'],
    'content/archive.yaml',
  );
  expect(problems).toMatchObject([
    { severity: 'warning', place: { file: 'content/archive.yaml' } },
  ]);
  expect(problems[0]?.message).toBe(
    'The interface lacks texts in Austrian German (`de-AT`); these are English: `latest`, `searchPage.title`.',
  );
});

test('a language that has no texts at all is told as such', () => {
  expect(interfaceUntranslated('vi', 'all', 'content/archive.yaml')[0]?.message).toBe(
    'The interface has no texts in Vietnamese (`vi`); all of them are English.',
  );
});

test('of a language that has all texts nothing is said', () => {
  expect(interfaceUntranslated('ar', [], 'content/archive.yaml')).toEqual([]);
});
