import { expect, test } from 'vitest';
import { parseTopicNotes, renameTopics } from '../../src/article/topic-notes.ts';
import { anArticle } from '../an-article.ts';

const places = (source: string): string[] =>
  parseTopicNotes(source, 'topics.yaml').problems.map(
    ({ place, rule }) => `${place.line}:${place.column} ${rule}`,
  );

test('a topic has a kind, a description, other names and an item of Wikidata, all of them optional', () => {
  const { notes, problems } = parseTopicNotes(
    'Amsterdam:\n  kind: place\n  description: Capital\n  names: Mokum\n  wikidata: Q727\nFloods:\n',
    'topics.yaml',
  );
  expect(problems).toEqual([]);
  expect(notes).toEqual([
    {
      name: 'Amsterdam',
      kind: 'place',
      description: 'Capital',
      names: ['Mokum'],
      wikidata: 'Q727',
    },
    { name: 'Floods', names: [] },
  ]);
  expect(parseTopicNotes('', 'topics.yaml')).toEqual({ notes: [], problems: [] });
});

test.each([
  ['Floods:\n  kind: disaster\n', ['2:9 topics-kind-wrong']],
  ['Floods:\n  wikidata: 727\n', ['2:13 topics-wikidata-wrong']],
  ['Floods:\n  description: Water\n  type: event\n', ['3:3 topics-key-unknown']],
  ['Floods: event\n', ['1:9 topics-not-topics']],
  ['- Floods\n', ['1:1 topics-not-topics']],
  ['Floods:\n  names: [Water\n', ['3:1 topics-not-yaml']],
  ['Floods:\n  names: [Tides]\nSea:\n  names: [Surf, tides]\n', ['4:17 topics-name-twice']],
])('%j is told with its line and column', (source, expected) => {
  expect(places(source)).toEqual(expected);
});

test('an article has the topic by its own name, once', () => {
  const { notes } = parseTopicNotes('Floods:\n  names: [Inundations, High water]\n', 'topics.yaml');
  const articles = [
    anArticle({ tags: ['inundations', 'Sea', 'FLOODS'] }),
    anArticle({ tags: ['Sea'] }),
  ];
  const renamed = renameTopics(articles, notes);
  expect(renamed[0]?.tags).toEqual(['Floods', 'Sea']);
  expect(renamed[1]).toBe(articles[1]);
});

test('a fence at the head of the file changes nothing', () => {
  expect(parseTopicNotes('---\nFloods:\n  kind: event\n', 'topics.yaml')).toEqual(
    parseTopicNotes('Floods:\n  kind: event\n', 'topics.yaml'),
  );
});

test('a second document is told with its line', () => {
  const { problems } = parseTopicNotes('Floods:\n  kind: event\n---\nSea:\n', 'topics.yaml');
  expect(problems.map(({ place, rule }) => [place.line, rule])).toEqual([[3, 'topics-not-yaml']]);
});
