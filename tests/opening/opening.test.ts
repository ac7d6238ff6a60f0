import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deriveHeadline, deriveSummary, longestHeadline } from '../../src/opening/opening.ts';

test.each([
  ['A short sentence. Another.', 'A short sentence'],
  ['MIDDELBURG, Feb. 1 (ANP) -- The dikes broke. More.', 'The dikes broke'],
  [
    'OSLO — The prize was awarded today to Dr. Maathai. More.',
    'The prize was awarded today to Dr. Maathai',
  ],
  [
    'In a meeting that lasted for several hours on Friday, the council decided to build the bridge next year.',
    'The council decided to build the bridge next year',
  ],
  [
    'In the night to Sunday a storm drove the sea through the dikes of Zeeland, and water stood in the streets of the town.',
    'In the night to Sunday a storm drove the sea through the dikes of Zeeland',
  ],
  [
    'On January 1, 2002, twelve countries of the union began to pay with the same notes and coins, and shops closed early.',
    'Twelve countries of the union began to pay with the same notes and coins',
  ],
  [
    'Today, Sunday 31st August 2014, the yearly meeting of the bell founders of the province came to an end in the town.',
    'The yearly meeting of the bell founders of the province came to an end',
  ],
  [
    'The harbour office has put up a row of very large painted boards outside the U.S. consulate in the old town.',
    'The harbour office has put up a row of very large painted boards',
  ],
  [
    'The councillor for water, dikes and polders of the province Johan van Velzen Polderman says so.',
    'The councillor for water, dikes and polders of the province…',
  ],
  [
    'The bell has, as the outcome of a vote that the readers held at https://bell.example/, been given a new name.',
    'The bell has, as the outcome of a vote that the readers held…',
  ],
  ['Photo: The bell in its tower. The bell rang again. More.', 'The bell rang again'],
  ['This story was first printed in the Quay. The bell rang again. More.', 'The bell rang again'],
])('%j gives %j', (text, headline) => {
  expect(deriveHeadline(text, 'en')).toBe(headline);
});

test('a name and what it is are no headline: without a verb it goes on, or an ellipsis says that it stops', () => {
  const text =
    'The delegation representing Brazil at the funeral of the late leader of the movement and his wife returned.';
  expect(deriveHeadline(text, 'en')).toMatch(/…$/);
});

test('a text without a letter gives none', () => {
  expect(deriveHeadline(' … *** ', 'en')).toBeUndefined();
});

test('a headline is a piece of the text, whole words, never longer than it may be', () => {
  const words = fc
    .array(
      fc.constantFrom(
        'The',
        'sea',
        'rose',
        'in',
        'Zeeland',
        'and',
        'was',
        'calm',
        ',',
        'Dr.',
        '北京',
        'which',
        'by',
        'night;',
      ),
      { minLength: 1, maxLength: 60 },
    )
    .map((list) => list.join(' '));
  fc.assert(
    fc.property(words, fc.constantFrom('en', 'de', 'zh'), (text, language) => {
      const headline = deriveHeadline(text, language);
      if (headline === undefined) return;
      expect(headline.length).toBeLessThanOrEqual(longestHeadline);
      expect(text.toLowerCase()).toContain(headline.replace(/…$/, '').toLowerCase());
    }),
  );
});

test.each([
  [
    'de',
    'Am 3. Oktober trat die Stadt bei. Der Rat war dagegen.',
    'Am 3. Oktober trat die Stadt bei',
  ],
  ['de', 'Ludwig XIV. Bourbon kam nach Hof. Alle sahen zu.', 'Ludwig XIV. Bourbon kam nach Hof'],
  ['de', 'Der Krieg endete 1945. Danach kam Ruhe.', 'Der Krieg endete 1945'],
  ['da', 'Broen åbnede den 12. Maj efter regn. Alle kom.', 'Broen åbnede den 12. Maj efter regn'],
  ['cs', 'Most otevřel 1. Máje starosta. Přišli všichni.', 'Most otevřel 1. Máje starosta'],
  [
    'hu',
    'A híd 1990. Október havában nyílt meg. Mindenki ott volt.',
    'A híd 1990. Október havában nyílt meg',
  ],
  ['es', 'Habló en EE. UU. Todos callaban.', 'Habló en EE. UU. Todos callaban'],
  ['es', 'La Sra. Vega habló en el puerto. Todos callaban.', 'La Sra. Vega habló en el puerto'],
  ['fr', 'M. Petit a ouvert le pont. Il pleuvait.', 'M. Petit a ouvert le pont'],
  ['it', 'Il sig. Bruni ha aperto il ponte. Pioveva.', 'Il sig. Bruni ha aperto il ponte'],
  ['pt', 'O Sr. Lima abriu a ponte. Chovia.', 'O Sr. Lima abriu a ponte'],
  [
    'nl',
    'Mr. de Wit en dhr. Bakker openden de brug. Het regende.',
    'Mr. de Wit en dhr. Bakker openden de brug',
  ],
  ['pl', 'Przy ul. Polnej stanął most. Padało.', 'Przy ul. Polnej stanął most'],
  ['ru', 'В 1917 г. Порт был закрыт. Все ушли.', 'В 1917 г. Порт был закрыт'],
  ['uk', 'У 1990 р. Міст відкрили. Падав дощ.', 'У 1990 р. Міст відкрили'],
  ['sv', 'Bron öppnade kl. Elva på dagen. Det regnade.', 'Bron öppnade kl. Elva på dagen'],
  ['hi', 'पुल खुल गया। बारिश हुई।', 'पुल खुल गया'],
  ['ar', 'افتتح الجسر؟ نعم.', 'افتتح الجسر؟'],
  ['tr', 'istanbul köprüsü açıldı. Yağmur yağdı.', 'İstanbul köprüsü açıldı'],
  ['ka', 'ხიდი გაიხსნა. წვიმდა.', 'ხიდი გაიხსნა'],
])('in %s %j ends its first sentence as the language does', (language, text, headline) => {
  expect(deriveHeadline(text, language)).toBe(headline);
});

test('no cut falls within a character as a reader sees it', () => {
  const anyCharacters = fc
    .array(fc.constantFrom('👩‍👩‍👧‍👦', '🇳🇱', 'e\u0301', 'กำ', '港', 'နို့', 'क्षि', 'a', ' '), {
      minLength: 60,
      maxLength: 160,
    })
    .map((characters) => characters.join(''));
  const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
  const charactersOf = (text: string): string[] =>
    [...segmenter.segment(text)].map(({ segment }) => segment);
  fc.assert(
    fc.property(anyCharacters, (text) => {
      for (const cut of [deriveHeadline(text, 'en') ?? '', deriveSummary(text, 'en')]) {
        const kept = charactersOf(cut.replace(/…$/, ''));
        const whole = new Set(charactersOf(text.replace(/\s+/g, ' ')));
        // A headline raises its first letter.
        expect(kept.slice(1).filter((character) => !whole.has(character))).toEqual([]);
      }
    }),
  );
});
