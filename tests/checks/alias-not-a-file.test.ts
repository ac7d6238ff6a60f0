import { expect, test } from 'vitest';
import { aliasNotAFile } from '../../src/checks/alias-not-a-file.ts';
import { anArticle } from '../an-article.ts';
import { printAll } from './print-all.ts';

const check = (alias: string): string => printAll(aliasNotAFile([anArticle({ aliases: [alias] })]));

test('an alias that no file can answer is told', () => {
  expect(check('/story.php?number=12'))
    .toBe(`articles/2024/03/01/flood.md alias-not-a-file (warning)
  No file of this site can answer the alias \`/story.php?number=12\`.
  Have your host redirect it to the article; or delete it.`);
});

test.each(['/?p=12', '/news/1207', '/story.php', '/a.html'])('%s can be answered', (alias) =>
  expect(check(alias)).toBe(''),
);
