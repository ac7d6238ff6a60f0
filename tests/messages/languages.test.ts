import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { completeTexts } from '../../src/messages/complete.ts';
import { english } from '../../src/messages/english.ts';
import { findLanguage, languages } from '../../src/messages/languages.ts';
import { speak } from '../../src/messages/speak.ts';

test.each([
  ['en-GB', 'en'],
  ['ar-EG', 'ar'],
  ['de-AT', 'de'],
  ['pt', 'pt'],
  ['pt-BR', 'pt'],
  ['pt-PT', 'pt'],
  ['zh', 'zh-Hans'],
  ['zh-SG', 'zh-Hans'],
  ['zh-TW', 'zh-Hant'],
  ['zh-HK', 'zh-Hant'],
  ['zh-Hant-MY', 'zh-Hant'],
  ['iw', 'he'],
])('the interface of %s has the texts of %s', (tag, file) => {
  expect(findLanguage(tag)).toBe(file);
});

test('a language without texts has none', () => {
  expect(findLanguage('tlh')).toBeUndefined();
});

test('what a language lacks is English, text by text, and told by name', () => {
  const { texts, lacking } = completeTexts(english, {
    ...english,
    latest: undefined,
    searchPage: { title: 'Suche' },
  } as never);
  expect(texts).toEqual({ ...english, searchPage: { ...english.searchPage, title: 'Suche' } });
  expect(lacking.slice(0, 3)).toEqual(['latest', 'searchPage.description', 'searchPage.order']);
  expect(lacking).toContain('searchPage.notes.too-long');
});

test('the plural forms of a text come together', () => {
  const articles = { other: '{count} 件' };
  expect(completeTexts(english, { articles }).texts.articles).toEqual(articles);
});

test('pages ask with a number or a name, and are answered in the digits and forms of the language', () => {
  const { articles, credit } = speak(english, 'en');
  expect([articles(1), articles(2024)]).toEqual(['1 article', '2,024 articles']);
  expect(credit('{name} $&')).toBe('Picture: {name} $&');
});

test('the guide names every language of the interface', () => {
  const guide = readFileSync('content/pages/guide/archive.md', 'utf8');
  const names = new Intl.DisplayNames('en', { type: 'language' });
  for (const tag of languages) {
    expect(guide).toContain(names.of(new Intl.Locale(tag).language));
  }
});
