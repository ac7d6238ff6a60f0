import { expect, test } from 'vitest';
import { nearDuplicate } from '../../src/checks/near-duplicate.ts';
import { checkText } from '../../src/checks/text-checks.ts';
import { anArticle } from '../an-article.ts';
import { printAll } from './print-all.ts';

const words = (from: number, count: number): string =>
  Array.from({ length: count }, (_, i) => `word${from + i}`).join(' ');

function check(texts: Record<string, string>): string {
  const articles = Object.keys(texts).map((key) => {
    const [date = '', slug = ''] = key.split(' ');
    return anArticle({ date, slug });
  });
  const bodies = Object.values(texts);
  return printAll(
    nearDuplicate(
      articles,
      (article) =>
        checkText(`---\ndate: ${article.date}\n---\n${bodies[articles.indexOf(article)]}`, article)
          .signature,
    ),
  );
}

test('a text is told that is nearly one of the days before it, with the one it is most like', () => {
  const found = check({
    '2024-03-03 reprint': `${words(0, 300)} ${words(900, 20)}`,
    '2024-03-01 flood': words(0, 300),
    '2024-03-02 storm': words(500, 300),
    '2024-03-09 late': words(0, 300),
    '2024-03-02 copy': words(500, 300),
  });
  expect(found.match(/^articles\S+/gm)).toEqual([
    'articles/2024/03/02/copy.md',
    'articles/2024/03/03/reprint.md',
  ]);
  expect(found).toContain('The text is that of `articles/2024/03/02/storm.md`.');
  expect(found).toMatch(/nearly that of `articles\/2024\/03\/01\/flood\.md`: about \d\d in 100/);
});

test('short texts are not compared', () => {
  expect(check({ '2024-03-01 a': 'The water rose.', '2024-03-01 b': 'The water rose.' })).toBe('');
});
