import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  articleId,
  compareNewestFirst,
  directionOf,
  parseArticle,
  slugOfFile,
  type ParsedArticle,
} from '../../src/article/article.ts';
import { isDateTag } from '../../src/article/calendar-date.ts';
import { printFrontMatter } from '../../src/article/front-matter.ts';
import { fieldNames } from '../../src/article/schema.ts';
import { compareProblems, isError, printProblem } from '../../src/problem.ts';
import { anArticle, anyArticles } from '../an-article.ts';
import { someOf } from '../thorough.ts';

const parse = (source: string, file = 'articles/2024/03/01/flood.md'): ParsedArticle =>
  parseArticle(source, { file, language: 'en' });

const parseFields = (yaml: string): ParsedArticle => parse(`---\n${yaml}\n---\nThe water rose.\n`);

/** The problems of a front matter as they are printed, without the file's folders. */
const problemsOf = (yaml: string): string =>
  parseFields(yaml).problems.map(printProblem).join('\n').replaceAll('articles/2024/03/01/', '');

test('an article takes from its front matter what is there and makes the rest', () => {
  const { article, body, problems } = parse(
    '---\ndate: 2024-03-01\ntags: Floods\n---\nThe water rose on Friday. Nobody was hurt.\n',
  );
  expect(problems).toEqual([]);
  expect(body).toBe('The water rose on Friday. Nobody was hurt.\n');
  expect(article).toMatchObject({
    id: '2024/03/01/flood',
    slug: 'flood',
    title: 'The water rose on Friday',
    titleOrigin: 'derived',
    summaryOrigin: 'derived',
    date: '2024-03-01',
    tags: ['Floods'],
    lang: 'en',
    dir: 'ltr',
    draft: false,
    wordCount: 8,
  });
});

test('the kind of line end and a byte-order mark make no difference', () => {
  const unix = parse('---\ndate: 2024-03-01\ntitle: Flood\n---\nOne.\n\nTwo.\n');
  const windows = parse(
    '\uFEFF---\r\ndate: 2024-03-01\r\ntitle: Flood\r\n---\r\nOne.\r\n\r\nTwo.\r\n',
  );
  const oldMac = parse('---\rdate: 2024-03-01\rtitle: Flood\r---\rOne.\r\rTwo.\r');
  expect(windows).toEqual(unix);
  expect(oldMac).toEqual(unix);
});

test('a headline of nothing is no headline: one is derived', () => {
  for (const yaml of ['title:', 'title: ~', 'title: null']) {
    expect(parseFields(`date: 2024-03-01\n${yaml}`).article?.titleOrigin).toBe('derived');
  }
});

test('a value of front matter is one line of clean text, whatever YAML can write', () => {
  const { article } = parseFields(
    'date: 2024-03-01\ntitle: "Flood\\u0000\\x07 in \\uD800 Zeeland"\nsummary: |\n  The water\n  rose.\n',
  );
  expect(article?.title).toBe('Flood in \uFFFD Zeeland');
  expect(article?.summary).toBe('The water rose.');
});

test.each([
  ['2024-03', 'articles/2024/03/15.md', '2024/03/n-15'],
  ['2024', 'articles/2024/03.md', '2024/n-03'],
  ['2024-03-01', 'articles/北京.md', '2024/03/01/bei-jing'],
  ['undated', 'articles/old/Song of the Dike.markdown', 'undated/song-of-the-dike'],
])('an article of %s in %s has the address /%s/', (date, file, id) => {
  expect(parse(`---\ndate: ${date}\n---\nText.\n`, file).article?.id).toBe(id);
});

test('an address cut from the right is a date or a folder of the site, never another article', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (name) => {
      const slug = slugOfFile(`articles/${name}.md`);
      return !isDateTag(articleId('2024-03', slug).replaceAll('/', '-'));
    }),
  );
});

test.each([
  ['ar', 'rtl'],
  ['he', 'rtl'],
  ['fa-IR', 'rtl'],
  ['ur', 'rtl'],
  ['ar-Latn', 'ltr'],
  ['az-Arab', 'rtl'],
  ['de', 'ltr'],
  ['und', 'ltr'],
])('text in %s runs %s', (language, direction) => expect(directionOf(language)).toBe(direction));

test('everything that is wrong is said at once, with its place and its fix', () => {
  expect(
    problemsOf('date: 2024-13-02\ntime: 18:53\nlang: klingonisch\nupdated: 2024-03\ncolour: blue'),
  ).toBe(`flood.md:6:1 key-unknown (warning)
  \`colour\` is not a field of an article; it is kept in the file and shown nowhere.
  The fields are ${fieldNames.join(', ')}.
flood.md:2:7 date-not-a-day
  \`2024-13-02\` is not a day in the calendar.
  Write year-month-day with a month from 01 to 12, for example \`2024-03-02\`.
flood.md:3:7 time-not-a-time
  \`time: 18:53\` is not a clock time with its offset or zone.
  Write it like this: \`time: 18:53+01:00\`.
flood.md:5:10 updated-not-a-day
  \`updated: 2024-03\` is not known to the day.
  Write the whole day, for example \`2024-03-02\`.
flood.md:4:7 lang-not-a-language
  \`lang: klingonisch\` is not a language tag.
  Write it like this: \`lang: en\`.`);
});

test.each([
  [
    'title: Flood',
    `flood.md:2:1 date-missing
  The article has no date.
  Add \`date: 2024-03-02\`, as printed; or \`date: undated\` if nobody knows it.`,
  ],
  [
    'date: ""',
    `flood.md:2:8 date-missing
  The article has no date.
  Add \`date: 2024-03-02\`, as printed; or \`date: undated\` if nobody knows it.`,
  ],
  [
    'date: 0000',
    `flood.md:2:7 date-not-a-day
  \`0000\` is not a year in the calendar.
  Write the year it was printed, or \`date: undated\` if nobody knows.`,
  ],
  [
    'date: 1 March 2024',
    `flood.md:2:7 date-not-a-day
  \`1 March 2024\` is not a date this archive can read.
  Write year-month-day, for example \`2024-03-02\`; \`2024-03\` or \`2024\` if that is all that is known; \`undated\` if nothing is.`,
  ],
  [
    'date: 2024-03-01\ntitle: Flood: a report',
    `flood.md:3:8 front-matter-not-yaml
  The value has a colon at its end or before a space, which YAML reads as the start of another field.
  Put the whole value in quotes: \`title: 'Flood: a report'\`.`,
  ],
  [
    'date: 2024-03-01\ntags: [Floods, true]',
    `flood.md:3:16 tags-wrong-kind
  \`tags: true\` is not what \`tags\` holds.
  If it is text, put the whole of it in quotes. Write it like this: \`tags: [Floods, Netherlands]\`.`,
  ],
  [
    'date: 2024-03-01\ncorrections: { date: 2024-02-30, note: The height }',
    `flood.md:3:22 corrections-not-a-day
  \`2024-02-30\` is not a day in the calendar.
  Write year-month-day with a month from 01 to 12, for example \`2024-03-02\`.`,
  ],
  [
    'date: 2024-03-01\ncorrections:\n  - date: 2024-03-02',
    `flood.md:4:5 corrections-incomplete
  \`corrections.note\` has no value.
  Write it like this: \`corrections: [{ date: 1953-02-03, note: An earlier version gave … }]\`.`,
  ],
  [
    'date: 2024-03-01\nimage: { src: ../map.svg }',
    `flood.md:3:15 image-not-a-local-file
  \`image.src: ../map.svg\` is not a file of this archive.
  Write it like this: \`image: { src: ./dike.jpg, alt: A broken dike, caption: …, credit: … }\`.`,
  ],
  [
    'date: 2024-03-01\nsource: { url: "javascript:alert(1)" }',
    `flood.md:3:17 source-not-an-address
  \`source.url: javascript:alert(1)\` is not a web address.
  Write it like this: \`source: { name: The Zeeland Courier, url: https://example.org/flood }\`.`,
  ],
  [
    'date: 2024-03-01\naliases: [//evil.example/]',
    `flood.md:3:11 aliases-not-a-path
  \`aliases: //evil.example/\` is not a path on this site.
  Write it like this: \`aliases: [/2009/05/flood/]\`.`,
  ],
  [
    'date: 2024-03-01\ndraft: yes',
    `flood.md:3:8 draft-wrong-kind
  \`draft: yes\` is not what \`draft\` holds.
  Write it like this: \`draft: true\`.`,
  ],
  [
    'date: 2024-03-01\ntags: &all [Floods, *all]',
    `flood.md:2:1 front-matter-not-yaml
  The front matter cannot be read here: an alias (\`*name\`) stands inside the value that it repeats (\`&name\`).
  Begin each field at the start of a line, with a colon and a space after its name; indent only what belongs to the field above.`,
  ],
  [
    'date: 2024-03-01\n__proto__: { title: x }',
    `flood.md:3:1 key-unknown (warning)
  \`__proto__\` is not a field of an article; it is kept in the file and shown nowhere.
  The fields are ${fieldNames.join(', ')}.`,
  ],
])('the front matter %j has a problem with its place and fix', (yaml, printed) => {
  expect(problemsOf(yaml)).toBe(printed);
});

test.each([
  [
    'The water rose.\n',
    `flood.md:1:1 front-matter-missing
  The file does not begin with front matter.
  Begin it with \`---\`, a line such as \`date: 2024-03-02\`, and \`---\`; or let \`npm run import\` do it.`,
  ],
  [
    '---\ndate: 2024-03-01\n',
    `flood.md:1:1 front-matter-not-closed
  The front matter that begins with \`---\` does not end.
  Write \`---\` on a line of its own between the front matter and the text.`,
  ],
  [
    '---\n- Flood\n---\n',
    `flood.md:2:1 front-matter-not-fields
  The front matter is not a list of fields.
  Write one field on a line, for example \`date: 2024-03-02\`.`,
  ],
  [
    '---\ndate: 2024-03-01\n---\n\n',
    `flood.md:5 body-empty (warning)
  There is no text below the front matter.
  Write the article below the second \`---\`, or add \`draft: true\` until it is written.`,
  ],
  [
    '---\ndate: 2024-03-01\n---\nThe wa\u0007ter rose.\n',
    `flood.md:4 control-characters (warning)
  A control character stands in the text; it is left out of the page.
  Delete them, or import the original file again.`,
  ],
  [
    `---\ndate: 2024-03-01\n---\nText.\n\n${'> '.repeat(100)}deep\n`,
    `flood.md:6 nested-too-deep
  A line of the text is nested in a hundred lists or quotations.
  Delete marks or blanks at its beginning, or put a backslash before the first mark.`,
  ],
])('the file %j has a problem with its place and fix', (source, printed) => {
  const { problems } = parse(source);
  expect(problems.map(printProblem).join('\n').replaceAll('articles/2024/03/01/', '')).toBe(
    printed,
  );
});

test('a draft without text is no problem', () => {
  expect(parse('---\ndate: 2024-03-01\ndraft: true\n---\n').problems).toEqual([]);
});

test('any text at all is an article or problems, never a crash', () => {
  const marks = fc.string({
    unit: fc.constantFrom(...'---:[]{}&*!|>\'"#, \n\r\t<abc2024'.split('')),
    maxLength: 80,
  });
  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    marks.map((yaml) => `---\ndate: 2024-03-01\n${yaml}\n---\nText.`),
    marks.map((body) => `---\ndate: 2024-03-01\n---\n![${body}`),
    fc.string({ unit: 'binary' }).map((name) => `---\ndate: ${name}\n${name}: x\n---\n${name}`),
  );
  fc.assert(
    fc.property(anyText, (text) => {
      const { article, problems } = parse(text);
      expect(article === undefined).toBe(problems.some(isError));
    }),
    { numRuns: someOf(1000) },
  );
});

test('any value of any field is an article or problems, and an article can be written as JSON', () => {
  const anyValue = fc.jsonValue({ maxDepth: 3 });
  const anyFields = fc.dictionary(fc.constantFrom(...fieldNames, '__proto__', 'x'), anyValue);
  fc.assert(
    fc.property(anyFields, (fields) => {
      const source = `${printFrontMatter({ date: '2024-03-01', ...fields })}Text.\n`;
      const { article, problems } = parse(source);
      expect(article === undefined).toBe(problems.some(isError));
      const lines = source.split('\n');
      for (const { place } of problems) {
        expect((lines[(place.line ?? 0) - 1]?.length ?? -1) >= (place.column ?? 1) - 1).toBe(true);
      }
      if (article) expect(JSON.parse(JSON.stringify(article))).toEqual(article);
    }),
    { numRuns: someOf(500) },
  );
});

test('a problem of a field points at a line that holds the field', () => {
  fc.assert(
    fc.property(
      fc.subarray(['time', 'updated', 'lang', 'dir', 'draft'], { minLength: 1 }),
      (keys) => {
        const yaml = ['date: 2024-03-01', ...keys.map((key) => `${key}: nonsense!`)].join('\n');
        const { problems } = parseFields(yaml);
        const lines = ['---', ...yaml.split('\n')];
        expect(
          problems
            .toSorted(compareProblems)
            .map(({ place: { line = 0, column = 0 } }) => [
              lines[line - 1]?.split(':')[0],
              lines[line - 1]?.slice(column - 1),
            ]),
        ).toEqual(keys.map((key) => [key, 'nonsense!']));
      },
    ),
  );
});

test('a huge text is read in a moment', () => {
  const { article } = parse(
    `---\ndate: 2024-03-01\n---\n${'The water rose again. '.repeat(100_000)}`,
  );
  expect(article?.wordCount).toBe(400_000);
});

test('values without end, and files of blanks, are read in a moment', () => {
  const blanks = ' '.repeat(200_000);
  expect(parseFields(`date: 2024-03-01\ntitle: "a${blanks}b"`).article?.title).toHaveLength(
    200_002,
  );
  expect(parseFields(blanks).problems.map(({ rule }) => rule)).toEqual(['date-missing']);
  expect(parse(`---\ndate: 2024-03-01\n---\n<img${blanks}>`).article?.pictures).toEqual([]);
});

test('of one day, articles with a clock time come first, the latest before the others', () => {
  const articles = [
    anArticle({ slug: 'a', time: '10:00Z' }),
    anArticle({ slug: 'm' }),
    anArticle({ slug: 'z', time: '12:00Z' }),
    anArticle({ slug: 'b' }),
  ];
  expect(articles.toSorted(compareNewestFirst).map(({ slug }) => slug)).toEqual([
    'z',
    'a',
    'b',
    'm',
  ]);
});

test('the order of articles does not depend on the order in which they were read', () => {
  const shuffled = anyArticles.chain((articles) =>
    fc.tuple(
      fc.constant(articles),
      fc.shuffledSubarray(articles, { minLength: articles.length, maxLength: articles.length }),
    ),
  );
  fc.assert(
    fc.property(shuffled, ([some, same]) => {
      expect(same.toSorted(compareNewestFirst)).toEqual(some.toSorted(compareNewestFirst));
    }),
  );
});
