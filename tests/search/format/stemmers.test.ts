import { expect, test } from 'vitest';
import { loadStemmer, stemmerLanguage } from '../../../src/search/format/stemmers.ts';

test.each([
  ['ar', 'المدرسة', 'مدرسة'],
  ['de-AT', 'wahlen', 'wahl'],
  ['en', 'running', 'runs'],
  ['es', 'elecciones', 'eleccion'],
  ['fr-CA', 'inondations', 'inondation'],
  ['id', 'pendaratan', 'mendarat'],
  ['it', 'elezioni', 'elezione'],
  ['nb', 'valgene', 'valg'],
  ['nl', 'verkiezingen', 'verkiezing'],
  ['pt-BR', 'enchentes', 'enchente'],
  ['ru', 'наводнения', 'наводнение'],
  ['sv', 'valen', 'val'],
  ['tr', 'depremleri', 'depremler'],
])('in %s, %s is a form of %s', async (language, form, other) => {
  const stemOf = await loadStemmer(stemmerLanguage(language));
  expect(stemOf(form)).toBe(stemOf(other));
});

test.each(['bn', 'fa', 'he', 'ja', 'ko', 'pl', 'th', 'uk', 'zh-TW'])(
  '%s has no stemmer, and gets no other language’s',
  async (language) => {
    const stemOf = await loadStemmer(stemmerLanguage(language));
    expect(['wybory', 'running', '은행', 'вибори'].map(stemOf)).toEqual([
      'wybory',
      'running',
      '은행',
      'вибори',
    ]);
  },
);
