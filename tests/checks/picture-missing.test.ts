import { expect, test } from 'vitest';
import type { PictureFacts } from '../../src/article/picture-facts.ts';
import { pictureMissing } from '../../src/checks/picture-missing.ts';
import { anArticle } from '../an-article.ts';
import { printAll } from './print-all.ts';

const map: PictureFacts = { format: 'svg', width: 10, height: 10, animated: false, digest: '' };
const there = new Set(['articles/2024/03/01/map.svg', '/pictures/map.svg']);
const check = (...pictures: string[]): string =>
  printAll(
    pictureMissing([anArticle({ pictures })], (path) => (there.has(path) ? map : undefined)),
  );

test('a picture that is not there is a warning, with the place where it belongs', () => {
  expect(check('dike.jpg', '/pictures/dike.jpg'))
    .toBe(`articles/2024/03/01/flood.md picture-missing (warning)
  The picture \`dike.jpg\` is missing; the page shows its description instead.
  Put it at \`articles/2024/03/01/dike.jpg\`, or correct its name.
articles/2024/03/01/flood.md picture-missing (warning)
  The picture \`/pictures/dike.jpg\` is missing; the page shows its description instead.
  Put it at \`public/pictures/dike.jpg\`, or correct its name.`);
});

test('pictures beside the article and in public are found', () => {
  expect(check('map.svg', '/pictures/map.svg')).toBe('');
});
