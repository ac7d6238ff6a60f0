import { expect, test } from 'vitest';
import type { PictureFacts } from '../../src/article/picture-facts.ts';
import { pictureElsewhere } from '../../src/checks/picture-elsewhere.ts';
import { pictureMissing } from '../../src/checks/picture-missing.ts';
import { anArticle } from '../an-article.ts';
import { printAll } from './print-all.ts';

const map: PictureFacts = { format: 'svg', width: 10, height: 10, animated: false, digest: '' };

test('a picture in a folder above its article is an error, and only this one', () => {
  const articles = [anArticle({ pictures: ['../map.svg', 'maps/a..b.svg'] })];
  expect(printAll(pictureElsewhere(articles))).toBe(`articles/2024/03/01/flood.md picture-elsewhere
  The picture \`../map.svg\` is not beside the article.
  Put it there and write \`./map.svg\`; or put it into \`public/\` and write \`/map.svg\`.`);
  expect(pictureMissing(articles, (path) => (path.endsWith('a..b.svg') ? map : undefined))).toEqual(
    [],
  );
});
