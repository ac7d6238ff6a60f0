// Measures related articles on made-up archives:
//   node --expose-gc tests/bench/related.ts [NUMBER…]
// Words and tags fall by Zipf's law; a third of an article's terms come from the story it belongs to, which other
// articles of the same weeks belong to as well. Prints seconds, memory, the growth from one size to the next, and
// how many lists change when one article is added (the median and the most of some additions).

import { addDays } from '../../src/article/calendar-date.ts';
import { compareNewestFirst } from '../../src/article/article.ts';
import { findRelated, type Comparable } from '../../src/archive/related.ts';
import { termsOf } from '../../src/article/terms.ts';

/** Whole numbers from a seed (mulberry32). */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

const vocabulary = 60_000;
const tags = 3_000;
const days = 365 * 30;

const word = (rank: number): string =>
  `w${rank.toString(26).replace(/\d/g, (digit) => 'qrstuvwxyz'[Number(digit)] ?? '')}`;

function anArticle(number: number, random: (below: number) => number, total: number): Comparable {
  // Zipf: rank r has a share of about 1/r.
  const zipf = (most: number): number => Math.floor(most ** (random(1_000_000) / 1_000_000)) - 1;
  const day = random(days);
  // About ten articles to a story, within some weeks.
  const story = Math.floor(day / 20) * 10_000 + random(Math.ceil((total * 20) / days / 10));
  const ofStory = seeded(story);
  const words = [
    ...Array.from({ length: 10 }, () => word(ofStory(vocabulary))),
    ...Array.from({ length: 40 }, () => word(zipf(vocabulary))),
  ];
  return {
    id: `article-${number}`,
    date: addDays('1995-01-01', day),
    lang: 'en',
    tags: Array.from({ length: 4 }, () => `tag-${zipf(tags)}`),
    terms: termsOf({ title: words.slice(0, 4).join(' '), summary: '', body: words.join(' ') }),
  };
}

const inOrder = (articles: Comparable[]): Comparable[] =>
  articles.toSorted((a, b) => compareNewestFirst(a, b));

const limit = 9;
const additions = 7;
const sizes = process.argv.slice(2).map(Number);
let before: { size: number; seconds: number } | undefined;
for (const size of sizes.length > 0 ? sizes : [10_000, 100_000]) {
  const random = seeded(1);
  const articles = Array.from({ length: size }, (_, i) => anArticle(i, random, size));
  const newestFirst = inOrder(articles);
  globalThis.gc?.();
  const memoryBefore = process.memoryUsage.rss();
  const start = process.cpuUsage();
  const related = findRelated(newestFirst, limit);
  const { user, system } = process.cpuUsage(start);
  const seconds = (user + system) / 1e6;
  const memory = (process.memoryUsage.rss() - memoryBefore) / 2 ** 20;
  const found = [...related.values()].reduce((sum, list) => sum + list.length, 0) / size;
  const growth = before && seconds / before.seconds / (size / before.size);
  process.stdout.write(
    `${size} articles: ${seconds.toFixed(2)} s CPU, ${memory.toFixed(0)} MB, ${found.toFixed(1)} found each` +
      `${growth ? `, cost per article ${growth.toFixed(2)} times that of ${before?.size}` : ''}\n`,
  );
  const changes = Array.from({ length: additions }, (_, i) => {
    const added = anArticle(size + i, random, size);
    const after = findRelated(inOrder([...articles, added]), limit);
    let changed = 0;
    for (const [article, list] of related) {
      const next = after.get(article) ?? [];
      // A page shows five.
      if (list.slice(0, 5).some((other, place) => next[place] !== other)) changed++;
      else if (list.length < 5 && next.length > list.length) changed++;
    }
    return changed;
  }).toSorted((a, b) => a - b);
  process.stdout.write(
    `  one article more changes ${changes[additions >> 1]} lists (median of ${additions}), at most ${changes.at(-1)}\n`,
  );
  before = { size, seconds };
}
