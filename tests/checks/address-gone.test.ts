import { expect, test } from 'vitest';
import { addressGone } from '../../src/checks/address-gone.ts';
import { anArticle } from '../an-article.ts';
import { printAll } from './print-all.ts';

const file = 'articles/2024/03/01/flood.md';
const flood = anArticle({ digest: 'f', title: 'Flood', aliases: ['/2009/flood/'] });
const storm = anArticle({ slug: 'storm', digest: 's', title: 'Storm', summary: 'It blew.' });

test('an article that is renamed is told with the line that keeps its address', () => {
  const renamed = { ...flood, id: '2024/03/01/tide', file: 'articles/2024/03/01/tide.md' };
  expect(printAll(addressGone([flood, storm], [storm, renamed])))
    .toBe(`articles/2024/03/01/tide.md address-gone (warning)
  The article was at /2024/03/01/flood/ before, which does not answer any more.
  Write \`aliases: [/2009/flood/, /2024/03/01/flood/]\` into its front matter: then it leads to the article.`);
});

test('one with another date is known by its file; one that moved as well by its words', () => {
  const dated = { ...flood, id: '2024/03/02/flood', date: '2024-03-02', digest: 'g' };
  const moved = { ...dated, file: 'articles/2024/03/02/flood.md' };
  for (const now of [dated, moved]) {
    const [problem] = addressGone([flood], [now]);
    expect(problem?.place.file).toBe(now.file);
    expect(problem?.fix).toContain('/2024/03/01/flood/]');
  }
});

test('an article that is deleted is told with all its addresses', () => {
  expect(printAll(addressGone([flood, storm], [storm]))).toBe(`${file} address-gone (warning)
  The article is not there any more; its address /2024/03/01/flood/ (and /2009/flood/) does not answer.
  Where another article takes its place, write \`aliases: [/2024/03/01/flood/, /2009/flood/]\` into that one’s front matter.`);
});

test('an alias that is taken away is told; one that is written otherwise is the same', () => {
  const [problem] = addressGone([flood], [{ ...flood, aliases: [] }]);
  expect(problem?.message).toContain('/2009/flood/');
  expect(addressGone([flood], [{ ...flood, aliases: ['/2009/flood'] }])).toEqual([]);
});

test('an article that becomes a draft is told', () => {
  expect(addressGone([flood], [{ ...flood, draft: true }])[0]?.message).toContain('is a draft');
});

test('what was a draft, is kept by an alias, or is as it was is not told', () => {
  const renamed = {
    ...flood,
    id: '2024/03/01/tide',
    file: 'articles/2024/03/01/tide.md',
    aliases: [...flood.aliases, '/2024/03/01/flood/'],
  };
  expect(addressGone([flood], [renamed])).toEqual([]);
  expect(addressGone([{ ...flood, draft: true }], [])).toEqual([]);
  expect(addressGone([flood, storm], [storm, flood])).toEqual([]);
});
