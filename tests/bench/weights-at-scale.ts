// The weight of the pages that could grow with an archive, of made-up articles without texts:
//   npm run bench -- weights-at-scale [ARTICLES, default 100000] [TOPICS, 2000] [AUTHORS, 100000]
// Pages are rendered by the project's own templates from the views of the whole archive: of each kind those that hold
// most, and some of the others. Prints how many there are, and the heaviest in bytes, as written and as sent (gzip).

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Article } from '../../src/article/article.ts';
import { addDays } from '../../src/article/calendar-date.ts';
import { openBundle } from '../../src/build/astro/bundle.ts';
import { listPages } from '../../src/build/astro/pages-app.ts';
import { digestCode } from '../../src/build/code-digest.ts';
import type { Output } from '../../src/build/output.ts';
import { handOver } from '../../src/handover/handover.ts';
import { anArticle } from '../an-article.ts';
import { seededRandom, type Random } from './random.ts';
import { inventName, makeVocabulary } from './vocabulary.ts';

/** Of each kind of page, so many are rendered. */
const sample = 60;

/** As sent, in bytes: no page may be heavier. */
const heaviest = 60_000;

const [articleCount = 100_000, topicCount = 2000, authorCount = 100_000] = process.argv
  .slice(2)
  .map(Number);
const days = 30 * 365;

/** The rank of a name, of so many: the first are the most frequent, as Zipf's law has it. */
const zipf = (random: Random, most: number): number => Math.floor(most ** random.next()) - 1;

function distinctNames(count: number, random: Random): string[] {
  const names = new Set<string>();
  while (names.size < count) names.add(`${inventName(random)} ${inventName(random)}`);
  return [...names];
}

function makeArticles(): Article[] {
  const random = seededRandom(1);
  const { words } = makeVocabulary(20_000, 7);
  const topics = distinctNames(topicCount, random);
  const authors = distinctNames(authorCount, random);
  const perArticle = Math.ceil(authorCount / articleCount);
  return Array.from({ length: articleCount }, (_, i) => {
    const date = addDays('1996-01-01', random.below(days));
    const sentence = Array.from({ length: 30 }, () => random.pick(words)).join(' ');
    const slug = `${sentence.split(' ').slice(0, 6).join('-')}-${i}`;
    return anArticle({
      slug,
      digest: String(i),
      title: sentence.slice(0, 60),
      date,
      summary: sentence,
      section: `Section ${random.below(12)}`,
      authors: authors.slice(i * perArticle, (i + 1) * perArticle),
      tags: [...new Set([0, 1, 2].map(() => topics[zipf(random, topicCount)] ?? ''))],
    });
  });
}

/** The kind of a page by its path; none of those that are not measured here. */
function kindOf(path: string): string | undefined {
  const [first = '', second = '', third = ''] = path.split('/');
  if (/^(?:topics|sections|authors)$/.test(first)) {
    if (second === 'index.html') return first;
    if (second === '~names') return `${first}: names`;
    if (second.startsWith('~')) return `${first}: letter`;
    if (third === 'feed.xml') return undefined;
    return third === 'index.html' ? `${first}: one` : `${first}: one year of one`;
  }
  if (!path.endsWith('.html')) return undefined;
  if (/^\d{4}$/.test(first)) {
    return ['year', 'month', 'day'][path.split('/').length - 2];
  }
  return path.startsWith('on-this-day/') ? 'on this day' : path;
}

/** Those in the middle of the list and those at its ends, where what holds most stands first. */
const choose = (outputs: readonly Output[]): Output[] =>
  outputs.filter(
    (_, i) => i < sample / 2 || i % Math.max(1, Math.ceil((outputs.length * 2) / sample)) === 0,
  );

const cache = mkdtempSync(join(tmpdir(), 'dateline-bundle-'));
try {
  const root = process.cwd();
  const bundle = await openBundle(root, cache, digestCode(root), () => undefined);
  handOver({ articles: makeArticles(), pictures: new Map(), files: new Map() });
  const outputs = await listPages(bundle, 'https://dateline.example', () => undefined);
  const byKind = Map.groupBy(outputs, ({ path }) => kindOf(path));
  const rows: Record<string, Record<string, number | string>> = {};
  for (const [kind, ofKind] of byKind) {
    if (kind === undefined) continue;
    const weights: { written: number; sent: number; path: string }[] = [];
    for (const { path, make } of choose(ofKind)) {
      const bytes = await make();
      weights.push({ path, written: bytes.length, sent: gzipSync(bytes, { level: 9 }).length });
    }
    const [most] = weights.toSorted((a, b) => b.sent - a.sent);
    if (!most) continue;
    rows[kind] = { pages: ofKind.length, written: most.written, sent: most.sent, path: most.path };
    if (most.sent > heaviest) process.exitCode = 1;
  }
  console.table(rows);
} finally {
  rmSync(cache, { recursive: true, force: true });
}
