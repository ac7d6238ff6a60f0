import { expect, test } from 'vitest';
import { buildArchive } from '../../src/archive/archive.ts';
import { singularAndPlural } from '../../src/checks/singular-and-plural.ts';
import { anArticle } from '../an-article.ts';
import { printAll } from './print-all.ts';

const check = (tags: readonly string[], lang = 'en'): string =>
  printAll(
    singularAndPlural(
      buildArchive(tags.map((tag, i) => anArticle({ slug: `a-${i}`, tags: [tag], lang }))),
      [{ name: 'Williams', kind: 'person', names: [] }],
    ),
  );

test('a tag in the singular and in the plural is told where it is the rarer', () => {
  expect(check(['Flood', 'Floods', 'Floods']))
    .toBe(`articles/2024/03/01/a-0.md singular-and-plural (warning)
  The tags \`Flood\` (1) and \`Floods\` (2) seem to be one word in the singular and the plural; each has a page of its own.
  Write \`Floods\` everywhere; or join them in \`topics.yaml\`: \`Floods: { names: [Flood] }\`.`);
});

test.for([
  ['en', 'City', 'cities'],
  ['en', 'Trade union', 'Trade unions'],
  ['de', 'Haus', 'Häuser'],
  ['fr', 'Élection présidentielle', 'Élections présidentielles'],
  ['fr', 'Journal', 'Journaux'],
  ['es', 'Luz', 'Luces'],
  ['it', 'Banca', 'Banche'],
  ['pt', 'Eleição', 'Eleições'],
  ['nl', 'Dijk', 'Dijken'],
  ['pl', 'Szkoła', 'Szkoły'],
  ['ru', 'Выбор', 'Выборы'],
  ['tr', 'Seçim', 'Seçimler'],
  ['he', 'עיתון', 'עיתונים'],
  ['ar', 'انتخاب', 'انتخابات'],
  ['id', 'Negara', 'Negara-negara'],
] as const)('plurals are known in %s: %s, %s', ([lang, one, many]) => {
  expect(check([one, many], lang)).toContain('singular-and-plural');
});

test.for([
  [['University', 'Universe'], 'en'],
  [['William', 'Williams'], 'en'],
  [['EU', 'EUs'], 'en'],
  [['Flood', 'Storms'], 'en'],
] as const)('%s are different things', ([tags, lang]) => {
  expect(check(tags, lang)).toBe('');
});
