import { expect, test } from 'vitest';
import { picturePath, pictureSlug } from '../../src/archive/pictures.ts';

test('a picture lies beside its article, or in public where its name begins with a slash', () => {
  const file = 'articles/2024/03/01/flood.md';
  expect(picturePath(file, 'map.svg')).toBe('articles/2024/03/01/map.svg');
  expect(picturePath(file, './map.svg')).toBe('articles/2024/03/01/map.svg');
  expect(picturePath(file, 'maps/zeeland.svg')).toBe('articles/2024/03/01/maps/zeeland.svg');
  expect(picturePath(file, '/pictures/map.svg')).toBe('/pictures/map.svg');
});

test('the dots before a picture’s name are no part of its address', () => {
  expect(pictureSlug('././map.svg')).toBe('map.svg');
  expect(pictureSlug('.map.svg')).toBe('.map.svg');
});
