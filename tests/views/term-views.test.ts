import { expect, test } from 'vitest';
import { buildArchive } from '../../src/archive/archive.ts';
import { otherTopicAddresses } from '../../src/archive/old-addresses.ts';
import { termViews, termYearViews } from '../../src/views/term-views.ts';
import { anArticle } from '../an-article.ts';

const many = (count: number) =>
  buildArchive(
    Array.from({ length: count }, (_, i) =>
      anArticle({
        slug: `a${i}`,
        date: i === 0 ? 'undated' : `${2000 + (i % 3)}-03-01`,
        tags: ['Floods'],
      }),
    ),
  );

test('a term of fifty articles stands on one page, with its years counted', () => {
  const archive = many(50);
  const [term] = termViews(archive, 'topics');
  expect(term).toMatchObject({ name: 'Floods', slug: 'floods', count: 50, cut: false });
  expect(term?.articles).toHaveLength(50);
  expect(term?.years).toEqual([
    { key: '2000', count: 16 },
    { key: '2001', count: 17 },
    { key: '2002', count: 16 },
    { key: 'undated', count: 1 },
  ]);
  expect(termYearViews(archive, 'topics')).toEqual([]);
});

test('a longer term shows its newest and is cut by years, which together hold every article', () => {
  const archive = many(51);
  const [term] = termViews(archive, 'topics');
  expect(term).toMatchObject({ count: 51, cut: true });
  expect(term?.articles).toHaveLength(20);
  const years = termYearViews(archive, 'topics');
  expect(years.map(({ year, articles }) => [year, articles.length])).toEqual([
    ['2000', 16],
    ['2001', 17],
    ['2002', 17],
    ['undated', 1],
  ]);
  expect(years[1]?.neighbours).toEqual({ older: '2000', newer: '2002' });
});

test('what the keeper says of a topic is on its page, under its own name', () => {
  const archive = buildArchive([anArticle({ tags: ['Floods'], section: 'Floods' })]);
  const note = { name: 'Floods', kind: 'event' as const, names: ['High water'] };
  expect(termViews(archive, 'topics', { topicNotes: [note] })[0]?.note).toBe(note);
  expect(termViews(archive, 'sections', { topicNotes: [note] })[0]?.note).toBeUndefined();
  expect(otherTopicAddresses(archive, [note], 'en')).toEqual([
    {
      file: 'topics/high-water/index.html',
      title: 'Floods',
      lang: 'en',
      dir: 'ltr',
      to: '/topics/floods/',
    },
  ]);
});
