import { expect, test } from 'vitest';
import { buildArchive } from '../../src/archive/archive.ts';
import { findCompanions } from '../../src/archive/companions.ts';
import { anArticle } from '../an-article.ts';

const archive = buildArchive(
  Array.from({ length: 100 }, (_, i) =>
    anArticle({
      slug: `a${i}`,
      section: i < 10 ? 'Weather' : 'World',
      tags: [
        // On every article; on ten, eight of which also have the third; on ten.
        'News',
        ...(i < 10 ? ['Floods'] : []),
        ...(i >= 2 && i < 12 ? ['Dikes'] : []),
        ...(i === 0 ? ['Ferries'] : []),
      ],
    }),
  ),
);
const of = (slug: string) => {
  const term = archive.topics.get(slug);
  return term ? findCompanions(archive, term, 8) : [];
};

test('a topic goes with those that stand beside it more often than by chance', () => {
  // 8 of 10 where one in ten would be chance: eight times as often, told as five.
  expect(of('floods')).toEqual([{ name: 'Dikes', slug: 'dikes', together: 8, lift: 5 }]);
});

test('what stands everywhere goes with nothing, and one article together says nothing', () => {
  expect(of('news')).toEqual([]);
  expect(of('ferries')).toEqual([]);
});

test('a section has the topics that are its own', () => {
  const weather = archive.sections.get('weather');
  expect(weather && findCompanions(archive, weather, 1)).toEqual([
    { name: 'Floods', slug: 'floods', together: 10, lift: 10 },
  ]);
});

test('one more article elsewhere changes nothing', () => {
  const more = buildArchive([...archive.newestFirst, anArticle({ slug: 'more', tags: ['Sport'] })]);
  const floods = more.topics.get('floods');
  expect(floods && findCompanions(more, floods, 8)).toEqual(of('floods'));
});
