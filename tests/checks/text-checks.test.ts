import { expect, test } from 'vitest';
import { checkText } from '../../src/checks/text-checks.ts';
import { parseArticle } from '../../src/article/article.ts';
import { printProblem } from '../../src/problem.ts';

const file = 'articles/2023/11/12/flood.md';

/** What is found in the text of an article, each as it is printed. */
function check(body: string, { lang = 'en', date = '2023-11-12' } = {}): string[] {
  const source = `---\ndate: ${date}\n---\n\n${body}\n`;
  const { article } = parseArticle(source, { file, language: lang });
  if (!article) throw new Error('The article has a fault.');
  return checkText(source, article).problems.map(printProblem);
}

const rules = (found: string[]): (string | undefined)[] =>
  found.map((text) => /^\S+ (\S+)/.exec(text)?.[1]);

test('a weekday that is not that of its day is told with its place', () => {
  expect(check('The water rose.\n\nOn Monday, 12 November 2023, it fell.')).toEqual([
    `${file}:7:4 weekday-disagrees (warning)
  \`Monday, 12 November 2023\` stands in the text; that day was Sunday, 12 November 2023, and the article's date is 2023-11-12.
  Compare the date with the printed page, and correct it if it is wrong. A text that was printed with the wrong weekday stays as it is.`,
  ]);
});

test.for([
  ['en', 'On Monday, November 12, the water rose.'],
  ['en', 'MONDAY 12th November: the water rose.'],
  ['de', 'Am Montag, den 12. November, stieg das Wasser.'],
  ['fr', 'Le lundi 12 novembre 2023, l’eau est montée.'],
  ['es', 'El lunes, 12 de noviembre de 2023, subió el agua.'],
  ['pt', 'Na segunda-feira, 12 de novembro, a água subiu.'],
  ['it', 'Lunedì 12 novembre l’acqua è salita.'],
  ['nl', 'Op maandag 12 november steeg het water.'],
  ['pl', 'W poniedziałek, 12 listopada, woda się podniosła.'],
  ['ru', 'В понедельник, 12 ноября, вода поднялась.'],
  ['uk', 'У понеділок, 12 листопада, вода піднялася.'],
  ['tr', '12 Kasım Pazartesi günü su yükseldi.'],
  ['ar', 'في يوم الاثنين، ١٢ نوفمبر ٢٠٢٣، ارتفع الماء.'],
  ['he', 'ביום שני, 12 בנובמבר 2023, עלו המים.'],
  ['hi', 'सोमवार, 12 नवंबर 2023 को पानी बढ़ा।'],
  ['ja', '11月12日（月曜日）、水位が上がった。'],
  ['zh', '2023年11月12日，星期一，水位上涨。'],
  ['ko', '11월 12일 월요일, 물이 불어났다.'],
  ['id', 'Pada Senin, 12 November 2023, air naik.'],
] as const)('weekdays are read in %s', ([lang, text]) => {
  expect(rules(check(text, { lang }))).toEqual(['weekday-disagrees']);
});

test.for([
  'On Sunday, 12 November 2023, the water rose.',
  // Far from the article's own day: history.
  'On Monday, 12 November 1922, the water had risen before.',
  'On Monday the water rose, and 12 November is remembered.',
  'Sunday 12 November, Monday 13 November and Tuesday 14 November are holidays.',
])('nothing is said of %s', (text) => {
  expect(check(text)).toEqual([]);
});

test('before a country counted by the present calendar its weekdays were others', () => {
  const text = 'В понедельник, 12 ноября, вода поднялась.';
  expect(check(text, { lang: 'ru', date: '1899-11-12' })).toEqual([]);
});

const german =
  'Das Wasser sank in der Nacht wieder, und der Bürgermeister dankte allen, die mit Booten und Sandsäcken geholfen hatten. Die Straßen der Altstadt waren voller Schlamm, und die Schulen blieben bis zum Ende der Woche geschlossen.';

test('a text in another language than its article is told at its first line', () => {
  expect(check(german, { lang: 'de' })).toEqual([]);
  expect(check(german)).toEqual([
    `${file}:4 language-doubtful (warning)
  The text reads as German, and its article is in English (\`lang: en\`).
  Write \`lang: de\` into its front matter, if that is so: search, hyphens and reading aloud follow it.`,
  ]);
});

test('a language that the detector does not know is believed, and so is a near one', () => {
  expect(check(german, { lang: 'lb' })).toEqual([]);
  const indonesian =
    'Air naik pada malam hari dan warga membawa barang mereka ke lantai atas sampai tidak ada yang tersisa di bawah, lalu mereka menunggu perahu hingga pagi.';
  expect(check(indonesian, { lang: 'id' })).toEqual([]);
  expect(
    check('Вода поднялась ночью, и жители вынесли мебель на верхние этажи домов.', { lang: 'gsw' }),
  ).toHaveLength(1);
});

test('a picture without words is told, one that says that it shows nothing is not', () => {
  expect(rules(check('![](map.png) ![ ](a.png) <img src="b.png"> [![](c.png)](c.png)'))).toEqual(
    Array.from({ length: 4 }, () => 'picture-alt-missing'),
  );
  expect(
    check('![Map](map.png) <img src="b.png" alt=""> ![][m]\n\n[m]: https://x.example/c.png'),
  ).toEqual([]);
  expect(check('Text.\n\n![](map.png)')[0]).toBe(`${file}:7:1 picture-alt-missing (warning)
  The picture \`map.png\` has no words: readers who cannot see it are not told what it shows.
  Write them between the brackets: \`![What it shows](map.png)\`; or \`<img src="map.png" alt="">\` where it shows nothing that the text does not say.`);
});
