import fc from 'fast-check';
import { articleId, directionOf, type Article } from '../src/article/article.ts';
import { addDays, UNDATED } from '../src/article/calendar-date.ts';

/** An article of which a test says only what matters to it: `anArticle({ date: '2024-03-01' })`. */
export function anArticle(fields: Partial<Article> = {}): Article {
  const date = fields.date ?? '2024-03-01';
  const slug = fields.slug ?? 'flood';
  const lang = fields.lang ?? 'en';
  return {
    id: articleId(date, slug),
    slug,
    file: `articles/${date.replaceAll('-', '/')}/${slug}.md`,
    digest: 'none',
    title: 'Flood',
    titleOrigin: 'given',
    summaryOrigin: 'given',
    date,
    summary: 'The water rose.',
    authors: [],
    authorTypes: [],
    tags: [],
    lang,
    dir: directionOf(lang),
    corrections: [],
    aliases: [],
    draft: false,
    pictures: [],
    references: [],
    terms: '',
    wordCount: 100,
    ...fields,
  };
}

/** Any day of the calendar from 0001-01-01 to 9998-12-31. */
export const anyDay = fc
  .integer({ min: 0, max: 3_651_694 })
  .map((count) => addDays('0001-01-01', count));

/** A day of few years, so that articles meet on it. */
const anyNearDay = fc.integer({ min: 0, max: 1000 }).map((count) => addDays('2022-12-01', count));

/** A date tag of any precision. */
export const anyDateTag = fc.oneof(
  { weight: 6, arbitrary: anyNearDay },
  anyNearDay.map((day) => day.slice(0, 7)),
  anyNearDay.map((day) => day.slice(0, 4)),
  fc.constant(UNDATED),
);

const anyName = fc.constantFrom(
  'Floods',
  'floods',
  'C',
  'C++',
  'Kraków',
  'Krakow',
  '北京',
  'Sport',
);

/** Articles with addresses of their own, in no order. */
export const anyArticles = fc.uniqueArray(
  fc
    .record({
      date: anyDateTag,
      slug: fc.constantFrom('flood', 'storm', 'ferry', 'dike', 'lock'),
      time: fc.option(fc.constantFrom('06:30Z', '18:53+01:00', '23:40Z'), { nil: undefined }),
      tags: fc.uniqueArray(anyName, { maxLength: 3 }),
      section: fc.option(anyName, { nil: undefined }),
      authors: fc.uniqueArray(anyName, { maxLength: 2 }),
    })
    .map(anArticle),
  { maxLength: 40, selector: ({ id }) => id },
);
