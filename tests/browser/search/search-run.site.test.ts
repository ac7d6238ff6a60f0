import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import type { Progress } from '../../../src/browser/search/progress.ts';
import { SearchRun } from '../../../src/browser/search/search-run.ts';
import { takePage } from '../../search/article-page.ts';
import {
  buildTestIndex,
  findIds,
  searchAll,
  smallSizes,
  type BuiltIndex,
  type ToIndex,
} from '../../search/built-index.ts';

const articles: ToIndex[] = [
  {
    id: '2023/eagle',
    date: '2023-11-12',
    title: 'Eagle lands on the Moon',
    section: 'Space',
    tags: ['Moon landing'],
    authors: ['Jane Doe'],
    body: '<p>Two men landed on the Moon. A black hole was not seen.</p>',
  },
  {
    id: '2023/hole',
    date: '2023-04',
    title: 'A picture of a hole',
    section: 'Space',
    tags: ['Black holes'],
    body: '<p>The black hole has a shadow.</p><h2 id="later">Later</h2><p>A telescope was built.</p>',
  },
  {
    id: '2022/garden',
    date: '2022-06-01',
    title: 'A hole in the garden',
    section: 'Home',
    body: '<p>It is black, the hole, and deep. Moonlight fell.</p>',
  },
  {
    id: '2021/economie',
    date: '2021-05-05',
    title: 'L’économie va mieux',
    lang: 'fr',
    section: 'Affaires',
    body: '<p>Selon l’économiste, aujourd’hui n’est pas d’hier.</p>',
  },
  {
    id: '2021/beijing',
    date: '2021-03-01',
    title: '北京大学',
    lang: 'zh',
    body: '<p>我们在北京大学学习。</p>',
  },
  {
    id: '2020/horses',
    date: '2020-01-01',
    title: 'סוסים',
    lang: 'he',
    dir: 'rtl',
    body: '<p>והסוסים רצו.</p>',
  },
  {
    id: '2020/dash',
    date: '2020-02-02',
    title: 'A well-known ship',
    section: 'Home',
    body: '<p>Captain O’Brien’s ammunition was well known to the Moon.</p>',
  },
  ...Array.from({ length: 12 }, (_, i): ToIndex => ({
    id: `2019/filler-${i}`,
    date: `2019-01-${String(i + 1).padStart(2, '0')}`,
    title: `Filler number ${i}`,
    body: '<p>Nothing of note, said the mayor.</p>',
  })),
  {
    id: '2018/priests',
    date: '2018-02-02',
    title: 'Silent rows',
    body: '<p>They inter the dead at dawn.</p>',
  },
  {
    id: '2018/drafts',
    date: '2018-01-01',
    title: 'Loud rows',
    body: '<p>Three iterations of one draft failed.</p>',
  },
  {
    id: 'undated/moon',
    date: 'undated',
    title: 'The Moon at an unknown time',
    body: '<p>Nobody knows when the mayor spoke.</p>',
  },
];

let built: BuiltIndex;
beforeAll(async () => {
  built = await buildTestIndex(articles, takePage(inject('siteDir')), smallSizes);
});
afterAll(() => built.close());

const ids = (text: string, more = {}) => findIds(built.engine, { text, relax: false, ...more });

test('what stands beside a text is not searched: a number of a day finds no article of that day', async () => {
  expect(await ids('12')).toEqual([]);
  expect(await ids('2023')).toEqual([]);
});

test('the index has several shards, the newest first, the few undated with the oldest', () => {
  const { shards } = built.engine.manifest;
  expect(shards.length).toBeGreaterThan(3);
  expect(shards.at(-1)?.days).toMatch(/\nundated 1$/);
  expect(built.engine.manifest.shards[0]?.newest).toBe('2023-11-12');
});

describe('what is found', () => {
  test.each([
    ['moon', ['2020/dash', '2023/eagle', 'undated/moon']],
    ['land', ['2023/eagle']],
    ['black hole', ['2022/garden', '2023/eagle', '2023/hole']],
    ['"black hole"', ['2023/eagle', '2023/hole']],
    ['"black hole" shadow', ['2023/hole']],
    ['shadow OR garden', ['2022/garden', '2023/hole']],
    ['hole -"black hole"', ['2022/garden']],
    ['(moon OR hole) -section:Space', ['2020/dash', '2022/garden', 'undated/moon']],
    ['title:moon', ['2023/eagle', 'undated/moon']],
    ['title:"picture of"', ['2023/hole']],
    ['tag:moon-landing', ['2023/eagle']],
    ['author:"jane doe"', ['2023/eagle']],
    ['section:space date:2023-04', ['2023/hole']],
    ['lang:fr', ['2021/economie']],
    ['moon from:2022', ['2023/eagle']],
    ['moon to:2021', ['2020/dash']],
    ['undated:', ['undated/moon']],
    ['économie', ['2021/economie']],
    ['economie', ['2021/economie']],
    ['l’économie', ['2021/economie']],
    ['北京大学', ['2021/beijing']],
    ['京大', ['2021/beijing']],
    ['סוסים', ['2020/horses']],
    ['well-known', ['2020/dash']],
    ['known', ['2020/dash']],
    ["o'brien", ['2020/dash']],
    ['the moon', ['2020/dash', '2023/eagle', 'undated/moon']],
    ['moo', []],
    ['-section:Space date:2023', []],
  ])('%s', async (text, expected) => {
    expect((await ids(text)).toSorted()).toEqual(expected);
  });

  test('an empty search within a range is all of it', async () => {
    expect(await ids('', { from: '2021', to: '2022', order: 'newest' })).toEqual([
      '2022/garden',
      '2021/economie',
      '2021/beijing',
    ]);
  });

  test('chosen names include and exclude', async () => {
    const space = { facet: 'sections' as const, name: 'Space' };
    expect(await ids('hole', { facets: [{ ...space, exclude: true }] })).toEqual(['2022/garden']);
    expect(await ids('garden', { facets: [{ ...space, exclude: false }] })).toEqual([]);
  });
});

describe('order', () => {
  test('newest first, the undated last', async () => {
    expect(await ids('moon', { order: 'newest' })).toEqual([
      '2023/eagle',
      '2020/dash',
      'undated/moon',
    ]);
  });
  test('oldest first, the undated still last', async () => {
    expect(await ids('moon', { order: 'oldest' })).toEqual([
      '2020/dash',
      '2023/eagle',
      'undated/moon',
    ]);
  });
  test('by relevance, a headline before a mention', async () => {
    expect((await ids('moon')).at(-1)).toBe('2020/dash');
  });
});

describe('in spite of mistakes', () => {
  test('a misspelt word is read as one that the archive has', async () => {
    const { progress, run } = await searchAll(built.engine, { text: 'ammunitoin' });
    expect(progress.relaxations).toEqual([
      { kind: 'corrected', word: 'ammunitoin', meant: ['ammunition'] },
    ]);
    expect(await run.list(1)).toMatchObject([{ id: '2020/dash' }]);
  });
  test('a misspelt word that has the stem of another is read as well, where nothing is found', async () => {
    const { progress, run } = await searchAll(built.engine, { text: 'interations draft' });
    expect(progress.relaxations).toEqual([
      { kind: 'corrected', word: 'interations', meant: ['iterations'] },
    ]);
    expect(await run.list(1)).toMatchObject([{ id: '2018/drafts' }]);
  });
  test('what answers a part of the words is offered with its number, and not found', async () => {
    const { progress } = await searchAll(built.engine, { text: 'telescope  garden' });
    expect(progress.found).toBe(0);
    expect(progress.dates).toEqual([]);
    expect(progress.wider).toEqual([
      { kind: 'without', words: ['telescope'], text: 'garden', found: 1 },
      { kind: 'without', words: ['garden'], text: 'telescope', found: 1 },
    ]);
  });
  test('a phrase that nothing has is offered with its words apart', async () => {
    const { progress } = await searchAll(built.engine, { text: '"hole black"' });
    expect(progress.found).toBe(0);
    expect(progress.wider).toEqual([
      { kind: 'apart', words: ['hole black'], text: 'hole black', found: 3 },
    ]);
    const { progress: taken } = await searchAll(built.engine, { text: 'hole black' });
    expect(taken.found).toBe(3);
  });
  test('a word that nothing is like is left out in what is offered, the others corrected', async () => {
    const { progress } = await searchAll(built.engine, { text: 'ammunitoin qqqqqqqqqq' });
    expect(progress.found).toBe(0);
    expect(progress.wider).toEqual([
      { kind: 'without', words: ['qqqqqqqqqq'], text: 'ammunitoin', found: 1 },
    ]);
  });
  test('nothing is guessed while the reader types', async () => {
    const { progress } = await searchAll(built.engine, { text: 'ammunitoin', relax: false });
    expect(progress.found).toBe(0);
    expect(progress.suggestions).toEqual([]);
  });
  test('the beginning of a word finds it', async () => {
    const { progress } = await searchAll(built.engine, { text: 'telesc' });
    expect(progress.relaxations).toEqual([{ kind: 'beginning', word: 'telesc' }]);
    expect(progress.found).toBe(1);
  });
  test.each([
    '',
    '   ',
    '"',
    '<img src=x onerror=alert(1)>',
    '-',
    'the',
    'to be or not to be',
    '\u0000',
    '🙂',
    'x'.repeat(10_000),
    'a '.repeat(5000),
    'moon '.repeat(20_000),
    Array.from({ length: 500 }, (_, i) => `word${i}`).join(' OR '),
    `${'('.repeat(50)}moon${')'.repeat(50)}`,
    '('.repeat(50),
    '-'.repeat(50),
    '\uD83D moon \uDC00*',
    '\u202Emoon\u202C \u2066land\u2069',
    '__proto__ constructor toString:hasOwnProperty valueOf*',
    '"moon"~999 ""~0 ~~ ***',
    'e\u0301\u0301* moon*land',
  ])('anything is answered, and soon: %j', async (text) => {
    const before = process.cpuUsage();
    const { progress } = await searchAll(built.engine, { text });
    expect(progress.state).toBe('complete');
    expect(progress.failed).toEqual([]);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1e6).toBeLessThan(10);
  });
});

describe('a search', () => {
  test('says that it is searching, and then what it has found', async () => {
    const { reports } = await searchAll(built.engine, { text: 'mayor' });
    expect(reports.map(({ state }) => state)).toEqual(['searching', 'complete']);
    expect(reports.at(-1)?.found).toBe(13);
    expect(reports.at(-1)?.dates).toContainEqual({ date: '2019-01-03', count: 1 });
  });

  test('says nothing more when it has ended', async () => {
    const report = vi.fn<(progress: Progress) => void>();
    const run = new SearchRun(
      built.engine,
      { text: 'mayor', order: 'newest', facets: [], relax: true },
      report,
    );
    const searching = run.start();
    run.end();
    const said = report.mock.calls.length;
    await searching;
    expect(report.mock.calls.length).toBe(said);
  });

  test('asks only the shards that a range needs', async () => {
    const asked = vi.spyOn(built.engine, 'shard');
    const { progress } = await searchAll(built.engine, { text: 'moon', from: '2023', to: '2023' });
    expect(asked).toHaveBeenCalledTimes(1);
    expect(progress.found).toBe(1);
    asked.mockRestore();
  });
});

test('facets are counted over what is found', async () => {
  const { run } = await searchAll(built.engine, { text: 'hole' });
  expect(await run.counts('sections')).toEqual([
    { name: 'Space', count: 2 },
    { name: 'Home', count: 1 },
  ]);
});

test('a result shows its words marked, under their heading', async () => {
  const { run } = await searchAll(built.engine, { text: 'telescope' });
  const [found] = await run.page(0, 1);
  expect(found).toMatchObject({
    id: '2023/hole',
    date: '2023-04',
    section: 'Space',
    excerpt: { heading: { id: 'later', text: 'Later' }, firstMark: 'telescope' },
  });
});

test('a shard that does not load is named, the others answer, and it is tried again', async () => {
  vi.spyOn(console, 'warn').mockReturnValue();
  vi.spyOn(console, 'error').mockReturnValue();
  const fresh = await buildTestIndex(articles, takePage(inject('siteDir')), smallSizes);
  try {
    const [broken] = fresh.engine.manifest.shards.map(({ digest }) => digest);
    const index = join(fresh.siteDir, 'search-index', 's', broken ?? '', 'd0');
    await rename(index, `${index}-away`);
    const { run, progress, reports } = await searchAll(fresh.engine, { text: 'moon' });
    expect(progress.failed).toMatchObject([{ newest: '2023-11-12' }]);
    expect(progress.found).toBe(2);
    await rename(`${index}-away`, index);
    await run.retry();
    expect(reports.at(-1)).toMatchObject({ found: 3, failed: [] });
  } finally {
    await fresh.close();
  }
});

test.each<[string, RegExp, (bytes: Buffer, other: Buffer) => Buffer]>([
  ['a directory that is cut short', /\/d0$/, (bytes) => bytes.subarray(0, 40)],
  ['a directory of another shard', /\/d0$/, (_, other) => other],
  ['a directory that is a page', /\/d0$/, () => Buffer.from('<!doctype html>'.repeat(9000))],
  [
    'a list of words that is garbage',
    /\/l0$/,
    (bytes) => Buffer.from(bytes.map((byte) => byte ^ 90)),
  ],
])('%s is named, and the others answer', async (_, path, spoil) => {
  vi.spyOn(console, 'warn').mockReturnValue();
  const fresh = await buildTestIndex(articles, takePage(inject('siteDir')), smallSizes);
  try {
    const folder = join(fresh.siteDir, 'search-index/s');
    const [first, second] = fresh.engine.manifest.shards.map(({ digest }) =>
      globSync('*', { cwd: join(folder, digest) })
        .map((name) => join(folder, digest, name))
        .find((file) => path.test(file)),
    );
    const bytes = readFileSync(first ?? '');
    writeFileSync(first ?? '', spoil(bytes, readFileSync(second ?? '')));
    const { progress } = await searchAll(fresh.engine, { text: 'moon moo*' });
    expect(progress.failed).toMatchObject([{ newest: '2023-11-12' }]);
    expect(progress.found).toBe(2);
    expect(progress.spellingFailed).toBe(false);
  } finally {
    await fresh.close();
  }
});

test('texts of another day are not shown for those that were found', async () => {
  vi.spyOn(console, 'warn').mockReturnValue();
  const fresh = await buildTestIndex(articles, takePage(inject('siteDir')), smallSizes);
  try {
    const pieces = fresh.engine.manifest.shards.flatMap(({ parts }) =>
      parts.map(([digest]) => join(fresh.siteDir, 'search-index/x', digest, '0')),
    );
    const bytes = pieces.map((piece) => readFileSync(piece));
    for (const [i, piece] of pieces.entries()) {
      writeFileSync(piece, bytes[(i + 1) % pieces.length] ?? '');
    }
    const { run, progress } = await searchAll(fresh.engine, { text: 'moon', order: 'newest' });
    expect(progress.found).toBe(3);
    expect(await run.page(0, 1)).toEqual([{ date: '2023-11-12', lost: true }]);
  } finally {
    await fresh.close();
  }
});
