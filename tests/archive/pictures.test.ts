import { expect, test } from 'vitest';
import type { PictureFacts } from '../../src/article/picture-facts.ts';
import type { Reference } from '../../src/markdown/references.ts';
import {
  picturePath,
  placeOfPicture,
  planPictures,
  planThumbnail,
} from '../../src/archive/pictures.ts';
import { anArticle } from '../an-article.ts';

const facts = (shown: Partial<PictureFacts> = {}): PictureFacts => ({
  format: 'jpeg',
  width: 3000,
  height: 2000,
  animated: false,
  digest: 'd',
  ...shown,
});
const plan = (pictures: string[], known: PictureFacts = facts(), references: Reference[] = []) =>
  planPictures(anArticle({ pictures, references }), () => known);

const link: Reference = { kind: 'link', address: './map.jpg', line: 9, column: 4 };

test('a wide photograph is served reduced and in two formats at three widths', () => {
  expect(
    plan(['map.jpg']).outputs.map(({ path }) => path.slice('/2024/03/01/flood/'.length)),
  ).toEqual([
    'map.jpg',
    ...['avif', 'webp'].flatMap((format) =>
      [640, 1120, 1600].map((width) => `map-${width}.${format}`),
    ),
  ]);
  expect(plan(['map.jpg']).shown['map.jpg']).toMatchObject({ width: 2400, height: 1600 });
});

test('no picture is made larger than its original', () => {
  const { sources } = plan(['map.jpg'], facts({ width: 900, height: 600 })).shown['map.jpg'] ?? {};
  expect(sources?.[0]?.made.map(({ width }) => width)).toEqual([640, 900]);
});

test('drawings, animations and small pictures are served as they are', () => {
  for (const known of [
    facts({ format: 'svg' }),
    facts({ format: 'gif' }),
    facts({ format: 'webp', animated: true }),
    facts({ width: 120, height: 80 }),
  ]) {
    const { outputs, shown } = plan(['a'], known);
    expect(outputs).toHaveLength(1);
    expect(outputs[0]?.making).toBeUndefined();
    expect(shown['a']).toMatchObject({ width: known.width, sources: [] });
  }
});

test('what is made of one picture never takes the place of another', () => {
  for (const pictures of [
    ['map.jpg', 'map.jpeg'],
    ['map.jpg', 'map-640.avif'],
    ['map-640.avif', 'map.jpg'],
  ]) {
    const paths = plan(pictures).outputs.map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
    for (const picture of pictures) expect(paths).toContain(`/2024/03/01/flood/${picture}`);
  }
});

test('the thumbnail of an article is the smallest file of the picture at its head', () => {
  const thumbnail = (src: string, known: PictureFacts = facts()) =>
    planThumbnail(anArticle({ image: { src }, pictures: [src] }), () => known);
  expect(thumbnail('map.jpg')).toEqual({ name: 'map-320.webp', width: 2400, height: 1600 });
  expect(thumbnail('map.svg', facts({ format: 'svg' }))).toMatchObject({ name: 'map.svg' });
  expect(thumbnail('map.gif', facts({ format: 'gif', width: 90 }))).toMatchObject({ width: 90 });
  expect(thumbnail('map.gif', facts({ format: 'gif' })), 'large, and in no other size').toBe(
    undefined,
  );
  expect(thumbnail('/press/map.jpg'), 'in `public/`').toBe(undefined);
  expect(planThumbnail(anArticle({ pictures: ['map.jpg'] }), () => facts())).toBe(undefined);
});

test('a picture in `public/` keeps its address and is not made anew', () => {
  const { outputs, shown } = plan(['/pictures/map.jpg']);
  expect(outputs).toEqual([]);
  expect(shown['/pictures/map.jpg']?.path).toBe('/pictures/map.jpg');
  expect(picturePath('articles/flood.md', '/pictures/map.jpg')).toBe('/pictures/map.jpg');
});

test('a picture that cannot be shown is left out', () => {
  const { shown, outputs } = planPictures(anArticle({ pictures: ['map.jpg'] }), () => ({
    fault: 'unreadable',
    reason: '',
  }));
  expect([shown, outputs]).toEqual([{}, []]);
});

test('a picture lies beside its article, or in public where its name begins with a slash', () => {
  const file = 'articles/2024/03/01/flood.md';
  expect(picturePath(file, 'map.svg')).toBe('articles/2024/03/01/map.svg');
  expect(picturePath(file, 'maps/zeeland.svg')).toBe('articles/2024/03/01/maps/zeeland.svg');
  expect(picturePath(file, '/pictures/map.svg')).toBe('/pictures/map.svg');
});

test('a picture that a link leads to is served in full', () => {
  const { outputs, shown } = plan(['map.jpg'], facts(), [link]);
  expect(outputs[0]).toMatchObject({ path: '/2024/03/01/flood/map.jpg', making: undefined });
  expect(shown['map.jpg']?.width).toBe(3000);
});

test('a picture stands where its name is first written', () => {
  const picture: Reference = { kind: 'picture', address: 'my%20map.jpg', line: 3, column: 7 };
  const article = anArticle({ references: [link, picture] });
  expect(placeOfPicture(article, 'my map.jpg')).toEqual({ file: article.file, line: 3, column: 7 });
});

test('signs at which addresses are cut are spelt in the names that are served', () => {
  const { outputs, shown } = plan(['map#1.jpg']);
  expect(outputs.map(({ path }) => path).join()).not.toMatch(/[?#]/);
  expect(shown['map#1.jpg']?.path).toBe('/2024/03/01/flood/map-23-1.jpg');
  expect(outputs[0]?.file).toBe('articles/2024/03/01/map#1.jpg');
});
