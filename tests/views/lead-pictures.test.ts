import { expect, test } from 'vitest';
import { leadPictures } from '../../src/views/lead-pictures.ts';
import { anArticle } from '../an-article.ts';

const pictured = (slug: string) =>
  anArticle({
    slug,
    image: { src: './map.jpg', alt: 'A map' },
    pictures: ['map.jpg'],
    references: [{ kind: 'picture', address: './map.jpg', line: 3, column: 8 }],
  });

test('the first articles that have a picture are shown with it, in sizes for a list', () => {
  const articles = [
    anArticle({ slug: 'plain' }),
    pictured('one'),
    pictured('two'),
    pictured('three'),
  ];
  const leads = leadPictures(
    articles,
    () => ({ format: 'jpeg', width: 2000, height: 1000, animated: false, digest: 'd' }),
    2,
  );
  expect(Object.keys(leads)).toEqual(['2024/03/01/one', '2024/03/01/two']);
  const [lead] = Object.values(leads);
  expect(lead?.alt).toBe('A map');
  expect(lead?.picture.sources.map(({ made }) => made[0]?.width)).toEqual([320, 320]);
});

test('a picture that is not there leads nothing', () => {
  const missing = { fault: 'missing' as const, reason: 'map.jpg' };
  expect(leadPictures([pictured('one')], () => missing, 2)).toEqual({});
});
