import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseArticle } from '../../src/article/article.ts';
import { printFrontMatter } from '../../src/article/front-matter.ts';
import { findSwallowed } from '../../src/article/swallowed-yaml.ts';
import { printProblem } from '../../src/problem.ts';

const read = (yaml: string) =>
  parseArticle(`---\n${yaml}\n---\n\nThe ferry sails at noon.\n`, {
    file: 'ferry.md',
    language: 'en',
  });
const problemsOf = (yaml: string): string => read(yaml).problems.map(printProblem).join('\n');

test('a field without a value counts as not given, whichever it is', () => {
  const bare = read('date: 2024-05-06').article;
  const empty = `date: 2024-05-06
title:
time: ''
updated: ~
summary: "  "
section: null
authors:
tags: []
lang:
dir:
dateline:
image: { src: , alt: '' , caption: }
source:
  name:
  url: ""
corrections: [ ]
aliases: [ '' ]
draft:`;
  expect(problemsOf(empty.replace("alt: '' ,", ''))).toBe('');
  expect({ ...read(empty.replace("alt: '' ,", '')).article, digest: '' }).toEqual({
    ...bare,
    digest: '',
  });
});

test('a member of a list without a value does not count', () => {
  expect(read('date: 2024-05-06\ntags:\n  - Ferries\n  -\n  - Tides').article?.tags).toEqual([
    'Ferries',
    'Tides',
  ]);
});

test('an empty alternative text stays, for it says that the picture shows nothing more', () => {
  const yaml = "date: 2024-05-06\nimage: { src: a.png, alt: '' }";
  expect(read(yaml).article?.image).toEqual({ src: 'a.png', alt: '' });
  expect(problemsOf(yaml)).toBe('');
});

describe('a value that YAML takes something from is named', () => {
  test.each([
    ['title: Berth # 4', '2:8', 'Berth # 4', 'title', 'as `Berth`', ' #'],
    ['title: #4 is free', '2:8', '#4 is free', 'title', 'as nothing', ' #'],
    ['tags:\n  - C # sharp', '3:5', 'C # sharp', 'tags', 'as `C`', ' #'],
    ['authors: [Ada Quay, Null]', '2:21', 'Null', 'authors', 'as nothing', 'no value'],
    ['section: NULL', '2:10', 'NULL', 'section', 'as nothing', 'no value'],
    ['title: &Quay opens', '2:8', '&Quay opens', 'title', 'as `opens`', '&'],
  ])('%j', (yaml, place, written, field, readAs, why) => {
    const problems = problemsOf(`${yaml}\ndate: 2024-05-06`);
    expect(problems).toContain(`ferry.md:${place} value-cut (warning)\n`);
    expect(problems).toContain(`\`${written}\` in \`${field}\` is read ${readAs}`);
    expect(problems).toContain(why);
  });

  test('with the value in the quotes that keep it whole', () => {
    expect(problemsOf("date: 2024-05-06\ntitle: It's berth # 4")).toContain(
      'Put the whole value in quotes: `"It\'s berth # 4"`.',
    );
  });

  test.each([
    'date: 2024-05-06 # as printed',
    'date: 2024-05-06\nsection: # World or Culture',
    'date: 2024-05-06\ntags: # people, places\n  - Ferries',
    'date: 2024-05-06\ntitle: "Berth # 4" # in quotes',
    'date: 2024-05-06\ntitle: Berth#4',
    'date: 2024-05-06\ntitle: &name Ferry\ntags: [*name]',
    '# a comment of its own\ndate: 2024-05-06',
  ])('but not %j', (yaml) => expect(problemsOf(yaml)).toBe(''));

  test('and never where a program printed it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string()), (title, tags) => {
        const yaml = printFrontMatter({ title, tags }).slice(4, -4);
        expect(findSwallowed(yaml)).toEqual([]);
      }),
    );
  });
});

describe('advice fits what keeps YAML from being read', () => {
  test.each([
    ['title: @quay opens', '2:8', "title: '@quay opens'"],
    ['title: `quay` opens', '2:8', "title: '`quay` opens'"],
    ['title: *Star* sails', '2:8', "title: '*Star* sails'"],
    ['title: %d ferries', '2:8', "title: '%d ferries'"],
    ['title: [Late] ferries', '2:8', "title: '[Late] ferries'"],
    ['title: !Stop the ferry', '2:8', "title: '!Stop the ferry'"],
    ['title: {Late} ferries', '2:8', "title: '{Late} ferries'"],
    ["title: 'Tis late", '2:8', `title: "'Tis late"`],
    ['title: \'Twas "late"', '2:8', `title: '''Twas "late"'`],
    ['title: "Late", says the pilot', '2:8', `title: '"Late", says the pilot'`],
    ['title: Ferry: late', '2:8', "title: 'Ferry: late'"],
    ['title: "C:\\Quay"', '2:8', "title: 'C:\\Quay'"],
    ['tags:\n  - @quay', '3:5', "- '@quay'"],
    ['title:Ferry\nsection: World', '2:7', 'title: Ferry'],
  ])('%j', (yaml, place, fixed) => {
    const problems = problemsOf(`${yaml}\ndate: 2024-05-06`);
    expect(problems).toContain(`ferry.md:${place} front-matter-not-yaml\n`);
    expect(problems).toContain(`\`${fixed}\``);
    expect(
      problemsOf(`${fixed.startsWith('-') ? `tags:\n  ${fixed}` : fixed}\ndate: 2024-05-06`),
    ).toBe('');
  });

  test('a tab and a field given twice are named as such', () => {
    expect(problemsOf('date: 2024-05-06\ntags:\n\t- Ferries')).toBe(
      `ferry.md:4:1 front-matter-not-yaml\n  The line is indented with a tab, which YAML does not allow.\n  Indent it with spaces.`,
    );
    expect(problemsOf('title: A\ndate: 2024-05-06\ntitle: B')).toBe(
      `ferry.md:4:1 front-matter-not-yaml\n  \`title\` is given a second time; the first is on line 2.\n  Keep one of the two.`,
    );
  });
});

test('an author is a name, or a name with what it is the name of', () => {
  const { article } = read(
    'date: 2024-05-06\nauthors: [Ada Quay, { name: Nora Press, type: person }, { name: Quay }]',
  );
  expect(article?.authors).toEqual(['Ada Quay', 'Nora Press', 'Quay']);
  expect(article?.authorTypes).toEqual([{ name: 'Nora Press', type: 'person' }]);
  expect(
    read('date: 2024-05-06\nauthors: { name: Quay, type: organization }').article,
  ).toMatchObject({
    authors: ['Quay'],
    authorTypes: [{ name: 'Quay', type: 'organization' }],
  });
  expect(problemsOf('date: 2024-05-06\nauthors: [{ name: Quay, type: company }]')).toContain(
    'ferry.md:3:31 authors-wrong-kind\n  `authors.type: company` is not what `authors.type` holds.',
  );
  expect(problemsOf('date: 2024-05-06\nauthors: [{ type: person }]')).toContain(
    'authors-incomplete',
  );
});

test('a revision or a correction before the article’s own day is named and not shown', () => {
  const yaml =
    'date: 2024-05-06\nupdated: 2024-05-05\ncorrections:\n  - { date: 2023-01-01, note: The hour }';
  expect(problemsOf(yaml)).toBe(`ferry.md:3:10 updated-before-date (warning)
  The day 2024-05-05 is before the day of the article, 2024-05-06; it is not shown.
  Correct one of the two.
ferry.md:5:13 correction-before-date (warning)
  The day 2023-01-01 is before the day of the article, 2024-05-06; it is not shown.
  Correct one of the two.`);
  expect(read(yaml).article).toMatchObject({
    updated: undefined,
    corrections: [{ date: undefined, note: 'The hour' }],
  });
  expect(problemsOf('date: 2024-05\nupdated: 2024-05-01')).toBe('');
  expect(problemsOf('date: undated\nupdated: 2024-05-01')).toBe('');
});
