// How well the importers do on a corpus of real originals: npm run bench -- import-quality
//
// Reads ../shared/corpus (beside the project, not part of it), imports its parts into temporary folders and
// prints tables. What each row of the malformed files should come to stands in its EXPECTED.md.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArticle, type Article } from '../../src/article/article.ts';
import { renderMarkdown } from '../../src/markdown/render-markdown.ts';
import type { Outcome } from '../../src/commands/importing/outcome.ts';
import { cutHead } from '../../src/importers/markdown/front-matter-dialects.ts';
import { textOfHtml } from '../../src/importers/html/html-text.ts';

const corpus = resolve('../shared/corpus');
if (!existsSync(corpus)) {
  console.log(`${corpus} is not there: nothing to measure.`);
  process.exit(0);
}
const folder = mkdtempSync(join(tmpdir(), 'dateline-quality-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

interface Run {
  outcomes: Outcome[];
  counts: Record<string, number>;
  items: number;
  remarks: { rule: string; place: { file: string } }[];
  content: string;
  seconds: number;
}

function importPart(name: string, ...args: string[]): Run {
  const content = join(folder, name.replace(/\W+/g, '-'));
  const report = `${content}.json`;
  const start = performance.now();
  const run = spawnSync(
    process.execPath,
    ['src/commands/import.ts', ...args, '--content', content, '--report', report],
    { encoding: 'utf8' },
  );
  if (run.status === 2 || run.status === null) throw new Error(run.stderr);
  return {
    ...(JSON.parse(readFileSync(report, 'utf8')) as Run),
    content,
    seconds: (performance.now() - start) / 1000,
  };
}

function articleOf(run: Run, outcome: Outcome): { article: Article; body: string } | undefined {
  if (outcome.file === undefined) return undefined;
  const text = readFileSync(join(run.content, outcome.file), 'utf8');
  const { article, body, problems } = parseArticle(text, { file: outcome.file, language: 'en' });
  if (!article)
    throw new Error(`${outcome.file}: ${problems.map(({ message }) => message).join(' ')}`);
  return { article, body };
}

const heading = (text: string): void => console.log(`\n## ${text}\n`);
const row = (...cells: (string | number)[]): void => console.log(`| ${cells.join(' | ')} |`);
const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
const textOfPage = (html: string): string => textOfHtml(html.replace(/<[^>]+>/g, ' $& '));

function countsOf(list: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of list) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** How many of some words are among others, each as often as it is there. */
function shared(a: readonly string[], b: readonly string[]): number {
  const counts = countsOf(b);
  let both = 0;
  for (const [word, count] of countsOf(a)) both += Math.min(count, counts.get(word) ?? 0);
  return both;
}

function measureArticles(): void {
  heading('Markdown: title and date of every article');
  const run = importPart('articles', join(corpus, 'articles'));
  const key = JSON.parse(readFileSync(join(corpus, 'articles/key.json'), 'utf8')) as Record<
    string,
    { title: string; date: string }
  >;
  const byFile = new Map(
    run.outcomes.map((outcome) => [outcome.original.replace(/^articles\//, ''), outcome]),
  );
  const bare = (text: string): string => text.replace(/\s+/g, ' ').trim();
  const totals = new Map<string, number[]>();
  const misses: string[] = [];
  for (const [file, expected] of Object.entries(key)) {
    const outcome = byFile.get(file);
    const read = outcome && articleOf(run, outcome);
    const part = file.split('/')[0] ?? '';
    const sums = totals.get(part) ?? [0, 0, 0, 0, 0, 0];
    totals.set(part, sums);
    sums[0]!++;
    if (!read) {
      misses.push(`${file}: ${outcome?.result}`);
      continue;
    }
    const { article, body } = read;
    if (bare(article.title) === bare(expected.title)) sums[1]!++;
    else misses.push(`${file}: title \`${article.title}\` for \`${expected.title}\``);
    if (article.date === expected.date) sums[2]!++;
    else misses.push(`${file}: date ${article.date} for ${expected.date}`);
    const { html } = renderMarkdown(body);
    const outside = html.replace(/<(pre|code)[\s>][\s\S]*?<\/\1>/g, '');
    if (!/\{%|\{\{|\{:\s/.test(outside)) sums[3]!++;
    else misses.push(`${file}: template left: ${/(?:\{%|\{\{|\{:\s).{0,60}/.exec(outside)?.[0]}`);
    if (
      !/<(?:script|iframe|object|embed|form|style|input|svg|base|meta|link)\b|\son\w+\s*=|javascript:/i.test(
        outside,
      )
    )
      sums[4]!++;
    else misses.push(`${file}: unsafe HTML`);
    const original = cutHead(
      readFileSync(join(corpus, 'articles', file), 'utf8').replace(/\r\n?/g, '\n'),
    );
    const lost = 'finding' in original ? ['all'] : lostParagraphs(original.body, html);
    if (lost.length === 0) sums[5]!++;
    else
      misses.push(`${file}: ${lost.length} paragraphs lost, such as \`${lost[0]?.slice(0, 90)}\``);
  }
  row('part', 'articles', 'title', 'date', 'no template left', 'safe HTML', 'no paragraph lost');
  row('---', '---', '---', '---', '---', '---', '---');
  for (const [part, sums] of totals) row(part, ...sums);
  row(
    'all',
    ...[0, 1, 2, 3, 4, 5].map((i) =>
      [...totals.values()].reduce((sum, sums) => sum + (sums[i] ?? 0), 0),
    ),
  );
  console.log(`\n${misses.map((miss) => `- ${miss}`).join('\n')}`);
}

/** Paragraphs of prose whose words are not in the page: markup, code and template tags aside. */
function lostParagraphs(body: string, html: string): string[] {
  const page = words(textOfPage(html)).join(' ');
  return body
    .replace(
      /<!--[\s\S]*?-->|\{%[\s\S]*?%\}|\{\{[\s\S]*?\}\}|<(script|style|iframe)[\s\S]*?<\/\1>/g,
      ' ',
    )
    .split(/\n\s*\n/)
    .filter((paragraph) => /^[\p{L}"“‘*_[]/u.test(paragraph.trim()))
    .filter((paragraph) => {
      const plain = paragraph
        .replace(/^ {0,3}\[[^\]]+\]:.*$/gm, ' ')
        .replace(/!\[\]\([^)]*\)/g, ' ')
        .replace(/!?\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])?(?:\{:[^}]*\})?/g, ' $1 ')
        .replace(/<[^>]+>|^\[[^\]]+\]:.*$/gm, ' ');
      const found = words(textOfHtml(plain));
      const missing = found.filter((word) => !page.includes(word));
      return found.length >= 6 && missing.length > found.length * 0.2;
    });
}

function measurePlainText(): void {
  heading('Plain text: dates');
  const run = importPart('plain-text', join(corpus, 'plain-text'), '--format', 'plain-text');
  const titles = JSON.parse(readFileSync(join(corpus, 'plain-text/titles.json'), 'utf8')) as Record<
    string,
    { title: string; date: string }
  >;
  const files = run.outcomes.filter(({ original }) => original.endsWith('.txt'));
  const right = files.filter(
    ({ original, date }) => titles[original.split('/').at(-1) ?? '']?.date === date,
  ).length;
  console.log(`${right} of ${files.length} dates agree.`);
}

function measureFeeds(): void {
  heading('Feeds, WordPress, tables, pages and news items: counts');
  const expected = JSON.parse(
    readFileSync(join(corpus, 'feed-and-wxr-counts.json'), 'utf8'),
  ) as Record<string, { items: number; by_type_and_status?: Record<string, number> }>;
  row(
    'original',
    'items there',
    'items accounted for',
    'articles',
    'left out',
    'refused',
    'by type and status',
  );
  row('---', '---', '---', '---', '---', '---', '---');
  const pages = importPart('html/debian-wml', join(corpus, 'html/debian-wml'));
  row(
    'html/debian-wml (24 files)',
    24,
    pages.items,
    pages.counts['created'] ?? 0,
    0,
    pages.counts['refused'] ?? 0,
    '',
  );
  const files = ['feeds', 'wxr', 'jsonl'].flatMap((part) =>
    readdirSync(join(corpus, part), { recursive: true, encoding: 'utf8' })
      .map((file) => `${part}/${file}`)
      .filter((file) => statSync(join(corpus, file)).isFile())
      .toSorted(),
  );
  for (const file of files) {
    const run = importPart(file, join(corpus, file), '--latest', '2029-12-31');
    const { counts } = run;
    const made = (counts['created'] ?? 0) + (counts['joined'] ?? 0);
    const there = expected[file]?.items;
    row(
      file,
      there ?? '',
      run.items,
      made,
      counts['left-out'] ?? 0,
      counts['refused'] ?? 0,
      Object.entries(expected[file]?.by_type_and_status ?? {})
        .map((entry) => entry.join(' '))
        .join(', '),
    );
  }
}

function measurePages(): void {
  heading('Saved pages: words kept and foreign');
  row('page', 'words kept', 'foreign words', 'headline');
  row('---', '---', '---', '---');
  for (const name of readdirSync(join(corpus, 'html/readability')).toSorted()) {
    const run = importPart(`page-${name}`, join(corpus, 'html/readability', name, 'source.html'));
    const read = run.outcomes[0] && articleOf(run, run.outcomes[0]);
    const expected = words(
      textOfPage(readFileSync(join(corpus, 'html/readability', name, 'expected.html'), 'utf8')),
    );
    const found = words(textOfPage(renderMarkdown(read?.body ?? '').html));
    const both = shared(expected, found);
    const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
    row(
      name,
      percent(both / expected.length),
      percent(found.length === 0 ? 0 : 1 - both / found.length),
      read?.article.title ?? '',
    );
  }
}

function measureMalformed(): void {
  heading('Malformed files: expected and what happened');
  const run = importPart('malformed', join(corpus, 'malformed'));
  const again = spawnSync(
    process.execPath,
    ['src/commands/import.ts', join(corpus, 'malformed'), '--content', run.content],
    { encoding: 'utf8' },
  );
  const rows = [
    ...readFileSync(join(corpus, 'malformed/EXPECTED.md'), 'utf8').matchAll(
      /^\| `([^`]+)` \|[^|]*\|[^|]*\| (.*?) \|$/gm,
    ),
  ];
  row('file', 'expected', 'what happened');
  row('---', '---', '---');
  for (const [, file = '', expected = ''] of rows) {
    const outcomes = run.outcomes.filter(({ original }) => original === `malformed/${file}`);
    const remarks = run.remarks
      .filter(({ place }) => place.file === `malformed/${file}`)
      .map(({ rule }) => rule);
    const told = outcomes.map((outcome) => {
      const rules = [...new Set(outcome.problems.map(({ rule }) => rule))];
      return [outcome.item, outcome.result, outcome.date, ...rules]
        .filter((part) => part !== undefined)
        .join(' ');
    });
    row(`\`${file}\``, expected, [...told, ...new Set(remarks)].join('; ') || 'nothing');
  }
  console.log(
    `\nA second run: ${again.stdout
      .split('\n')
      .filter((line) => /^\s+[\d,]+ {2}\w/.test(line))
      .map((line) =>
        line
          .trim()
          .split(/\s{2,}/)
          .slice(0, 2)
          .join(' '),
      )
      .join(', ')}`,
  );
}

measureArticles();
measurePlainText();
measureFeeds();
measurePages();
measureMalformed();
