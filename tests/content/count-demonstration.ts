// Counts the demonstration archive against what it is meant to show. Run as a command it prints the table:
// `node tests/content/count-demonstration.ts`.

import { buildArchive, type Archive } from '../../src/archive/archive.ts';
import type { Article } from '../../src/article/article.ts';
import { addDays, isDay, UNDATED, weekdayOf } from '../../src/article/calendar-date.ts';
import { renderMarkdown } from '../../src/markdown/render-markdown.ts';
import { readBody, readContent } from '../../src/content-folder/content.ts';
import { printProblem, type Problem } from '../../src/problem.ts';
import { site } from '../../src/site.ts';

/** The parts of this paper, in the order in which it would print them. */
const sections = [
  'World',
  'Politics',
  'Economy',
  'Science',
  'Space',
  'Technology',
  'Health',
  'Environment',
  'Disasters',
  'Culture',
  'Sport',
];

/** Each part of the paper is written by one desk. */
const deskOf = (section: string | undefined): string =>
  section === 'Sport'
    ? 'Dateline sport desk'
    : ['Science', 'Space', 'Health'].includes(section ?? '')
      ? 'Dateline science desk'
      : 'Dateline desk';

/** One point of the archive's plan. */
interface Point {
  what: string;
  count: number;
  /** At least this many, at most that many; either may be open. */
  least?: number;
  most?: number;
  detail?: string;
}

interface Demonstration {
  articles: readonly Article[];
  problems: readonly Problem[];
  points: readonly Point[];
}

export const isMet = ({ count, least = 0, most = Infinity }: Point): boolean =>
  count >= least && count <= most;

const countIf = <T>(items: Iterable<T>, fits: (item: T) => unknown): number =>
  [...items].filter(fits).length;

/** The members of each group of one key. */
function groupBy<T>(items: Iterable<T>, keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
}

/** How a name reads once case, accents, signs and a plural's `s` are left aside. */
const likeness = (name: string): string =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replace(/^the\s/, '')
    .replace(/[^\p{L}\p{N}+#]/gu, '')
    .replace(/s$/, '');

/** Reads the content folder and counts. */
export async function countDemonstration(contentDir = 'content'): Promise<Demonstration> {
  const { articles, problems } = await readContent(contentDir, site.language);
  const published = articles.filter(({ draft }) => !draft);
  const bodies = new Map<Article, string>();
  for (const article of published) bodies.set(article, readBody(contentDir, article));
  const archive = buildArchive(published);
  return {
    articles: published,
    problems,
    points: [
      ...countDates(archive),
      ...countTexts(published, bodies),
      ...countLanguages(published),
      ...countNames(archive),
    ],
  };
}

/** The three groups that hold most. */
const largest = (groups: ReadonlyMap<string, readonly unknown[]>): string =>
  [...groups]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .slice(0, 3)
    .map(([key, members]) => `${key}: ${members.length}`)
    .join(', ');

function countDates({ newestFirst, byDay, byMonth, byYear }: Archive): Point[] {
  const years = [...byYear.keys()].toSorted();
  const dated = newestFirst.filter(({ date }) => isDay(date));
  const weeks = groupBy(dated, ({ date }) => addDays(date, 1 - weekdayOf(date)));
  const isFull = (week: Article[]): boolean =>
    week.length >= 10 && new Set(week.map(({ date }) => date)).size === 7;
  const calendarDays = groupBy(byDay.keys(), (day) => day.slice(5));
  const shared = [...calendarDays].filter(([, days]) => days.length > 1);
  return [
    { what: 'articles', count: newestFirst.length, least: 290 },
    { what: 'first year', count: Number(years[0]), most: 1900 },
    { what: 'last year', count: Number(years.at(-1)), least: 2020 },
    { what: 'years with an article', count: years.length },
    {
      what: 'days with two or more',
      count: countIf(byDay.values(), ({ length }) => length >= 2),
      least: 12,
      detail: largest(byDay),
    },
    {
      what: 'weeks of seven days with an article, ten or more in all',
      count: countIf(weeks.values(), isFull),
      least: 3,
      detail: largest(weeks),
    },
    {
      what: 'months with four or more',
      count: countIf(byMonth.values(), ({ length }) => length >= 4),
      least: 6,
      detail: largest(byMonth),
    },
    {
      what: 'years with five or more',
      count: countIf(byYear.values(), ({ length }) => length >= 5),
      least: 12,
      detail: largest(byYear),
    },
    {
      what: 'calendar days shared by different years',
      count: shared.length,
      least: 5,
      detail: largest(calendarDays),
    },
    { what: 'years that meet on 29 February', count: calendarDays.get('02-29')?.length ?? 0, least: 2 },
    { what: 'dated to a month', count: countIf(newestFirst, ({ date }) => /^\d{4}-\d\d$/.test(date)), least: 2 },
    { what: 'dated to a year', count: countIf(newestFirst, ({ date }) => /^\d{4}$/.test(date)), least: 2 },
    { what: 'undated', count: countIf(newestFirst, ({ date }) => date === UNDATED), least: 1 },
    {
      what: 'with a clock time',
      count: countIf(newestFirst, ({ date, time }) => isDay(date) && time !== undefined),
    },
  ];
}

function countTexts(articles: readonly Article[], bodies: ReadonlyMap<Article, string>): Point[] {
  const bodyOf = (article: Article): string => bodies.get(article) ?? '';
  const words = articles.map((article) => article.wordCount).toSorted((a, b) => a - b);
  return [
    {
      what: 'long, with two headings or more',
      count: countIf(articles, (article) => renderMarkdown(bodyOf(article)).headings.length >= 2),
      least: 5,
    },
    {
      what: 'with a table or a list',
      count: countIf(articles, (article) => /<(?:table|ul|ol)\b/.test(renderMarkdown(bodyOf(article)).html)),
      least: 3,
    },
    {
      what: 'with corrections',
      count: countIf(articles, ({ corrections }) => corrections.length > 0),
      least: 6,
      detail: `${articles.flatMap(({ corrections }) => corrections).length} notes`,
    },
    {
      what: 'corrections before their article or after its revision',
      count: countIf(articles, ({ updated, corrections }) =>
        corrections.some(({ date }) => date === undefined || date > (updated ?? '')),
      ),
      most: 0,
    },
    {
      what: 'headlines derived from the first sentence',
      count: countIf(articles, ({ titleOrigin }) => titleOrigin === 'derived'),
      least: 2,
    },
    {
      what: 'with a picture',
      count: countIf(articles, ({ pictures }) => pictures.length > 0),
      least: 30,
    },
    {
      what: 'pictures without text for those who cannot see them',
      count: countIf(articles, ({ image }) => image && !(image.alt && image.caption && image.credit)),
      most: 0,
    },
    {
      what: 'summary missing or long',
      count: countIf(articles, ({ summary }) => summary === '' || summary.length > 240),
      most: 0,
    },
    { what: 'place line missing', count: countIf(articles, ({ dateline }) => !dateline), most: 0 },
    {
      what: 'shorter than 150 words',
      count: countIf(articles, (article) => article.wordCount < 150),
      most: 0,
      detail: `shortest ${words[0]}`,
    },
    {
      what: 'longer than 450 words',
      count: countIf(articles, (article) => article.wordCount > 450),
      most: 0,
      detail: `longest ${words.at(-1)}, middle ${words[Math.floor(words.length / 2)]}`,
    },
  ];
}

function countLanguages(articles: readonly Article[]): Point[] {
  const languages = groupBy(articles, ({ lang }) => lang);
  return [
    {
      what: 'in other languages than English',
      count: countIf(articles, ({ lang }) => lang !== 'en'),
      least: 12,
    },
    {
      what: 'languages',
      count: languages.size,
      least: 11,
      detail: [...languages]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([lang, { length }]) => `${lang} ${length}`)
        .join(', '),
    },
    { what: 'from right to left', count: countIf(articles, ({ dir }) => dir === 'rtl'), least: 2 },
  ];
}

const list = (names: readonly string[]): string => names.join(', ');

const listed = (terms: Archive['topics']): string =>
  list([...terms.values()].map(({ name, articles }) => `${name} ${articles.length}`));

function countNames({ newestFirst, topics, sections: used, authors }: Archive): Point[] {
  const tags = new Set(newestFirst.flatMap((article) => article.tags));
  const alike = [...groupBy(tags, likeness).values()].filter(({ length }) => length > 1);
  return [
    { what: 'sections used', count: used.size, least: sections.length, detail: listed(used) },
    {
      what: 'outside the list of sections',
      count: countIf(newestFirst, ({ section }) => !sections.includes(section ?? '')),
      most: 0,
    },
    { what: 'desks', count: authors.size, most: 3, detail: listed(authors) },
    {
      what: 'written by another desk than its section’s',
      count: countIf(newestFirst, (article) => list(article.authors) !== deskOf(article.section)),
      most: 0,
    },
    { what: 'topics', count: topics.size },
    {
      what: 'topics with three articles or more',
      count: countIf(topics.values(), (term) => term.articles.length >= 3),
      least: 30,
      detail: list(
        [...topics.values()].slice(0, 5).map(({ name, articles }) => `${name} ${articles.length}`),
      ),
    },
    {
      what: 'topics with six articles or more',
      count: countIf(topics.values(), (term) => term.articles.length >= 6),
      least: 30,
    },
    {
      what: 'with fewer than 2 or more than 6 tags',
      count: countIf(newestFirst, (article) => article.tags.length < 2 || article.tags.length > 6),
      most: 0,
    },
    {
      what: 'tags that differ in case or spelling alone',
      count: alike.length,
      most: 0,
      detail: list(alike.map((names) => names.join(' / '))),
    },
  ];
}

function printTable(points: readonly Point[]): string {
  const rows = points.map((point) => {
    const { what, count, least, most, detail = '' } = point;
    const target = [
      ...(least === undefined ? [] : [`≥ ${least}`]),
      ...(most === undefined ? [] : [`≤ ${Math.floor(most)}`]),
    ].join(', ');
    return [what, String(count), target, isMet(point) ? '' : 'falls short', detail];
  });
  const head = ['what', 'count', 'target', '', 'detail'];
  const widths = head.map((_, i) => Math.max(...[head, ...rows].map((row) => row[i]?.length ?? 0)));
  return [head, ...rows]
    .map((row) =>
      row
        .map((cell, i) => (i === 1 ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

if (import.meta.main) {
  const { points, problems } = await countDemonstration();
  process.stdout.write(`${printTable(points)}\n`);
  for (const problem of problems) process.stdout.write(`\n${printProblem(problem)}\n`);
  process.exitCode = points.every(isMet) && problems.length === 0 ? 0 : 1;
}
