// A site joined from slices is the site built at once, byte for byte.

import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cutIntoSlices, parseSlice, requireWhole } from '../../src/build/slices.ts';
import { differences, digestTree, makeProject, type BuildRun } from './project.ts';

test.each([
  ['1/1', { number: 1, of: 1 }],
  ['2/8', { number: 2, of: 8 }],
  ['0/8', undefined],
  ['9/8', undefined],
  ['2', undefined],
  ['2/x', undefined],
])('%s is the slice %j', (written, slice) => expect(parseSlice(written)).toEqual(slice));

const anyPath = fc.oneof(
  fc
    .tuple(fc.integer({ min: 1850, max: 2030 }), fc.nat(99))
    .map(([year, n]) => `${year}/01/02/report-${n}/index.html`),
  fc.constantFrom('index.html', 'feed.xml', 'topics/sea/index.html', 'undated/a/index.html'),
);

test('every file is in one slice, and a year in one slice only', () => {
  fc.assert(
    fc.property(fc.uniqueArray(anyPath), fc.integer({ min: 1, max: 9 }), (paths, of) => {
      const sliceOf = cutIntoSlices(paths, of);
      const again = cutIntoSlices(paths.toReversed(), of);
      const years = new Map<string, number>();
      for (const path of paths) {
        const number = sliceOf(path);
        expect(number >= 1 && number <= of).toBe(true);
        expect(again(path)).toBe(number);
        const year = /^\d{4}/.exec(path)?.[0];
        if (year === undefined) continue;
        expect(years.get(year) ?? number).toBe(number);
        years.set(year, number);
      }
    }),
  );
});

test('slices that do not make a whole are refused', () => {
  const label = (number: number, of = 2, source = 'a') => ({ number, of, source });
  expect(() => requireWhole([label(1), label(2)])).not.toThrow();
  expect(() => requireWhole([label(1)])).toThrow('Slice 2/2 is missing.');
  expect(() => requireWhole([label(1), label(1), label(2)])).toThrow('Slice 1/2 is there 2 times.');
  expect(() => requireWhole([label(1), label(2, 3)])).toThrow('not of one cut');
  expect(() => requireWhole([label(1), label(2, 2, 'b')])).toThrow(
    'built from different articles or code',
  );
});

const project = makeProject();
const at = (path: string): string => join(project.root, path);

function writeArticle(date: string, n: number): void {
  const path = join(project.contentDir, `articles/${date.slice(0, 4)}/report-${n}.md`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(
    path,
    `---\ntitle: Report ${n}\ndate: ${date}\ntags: [Sea, Topic ${n % 3}]\nsection: World\n---\n\nThe sea rose for the ${n}th time at the harbour of the town.\n`,
  );
}

const run = async (args: string[], command?: string): Promise<BuildRun> => {
  const result = await project.build(args, {}, command);
  expect(result.status, result.output).toBe(0);
  return result;
};

beforeAll(() => {
  for (let n = 0; n < 40; n++) writeArticle(`${1990 + (n % 7)}-0${1 + (n % 9)}-1${n % 10}`, n);
  writeArticle('undated', 99);
});

afterAll(() => project.remove());

test('slices join to the site that is built at once', { timeout: 240_000 }, async () => {
  await run(['--out', at('whole/site')]);
  for (const number of [1, 2, 3]) await run(['--slice', `${number}/3`, '--cache', at(`cache`)]);
  const from = at('.slices');
  expect(existsSync(join(from, '2-of-3/site'))).toBe(true);
  await run(['--out', at('joined/site')], 'join');
  expect(differences(digestTree(at('joined/site')), digestTree(at('whole/site')))).toEqual([]);

  renameSync(join(from, '2-of-3'), at('away'));
  const { status, output } = await project.build(['--out', at('joined/site')], {}, 'join');
  expect(status).toBe(1);
  expect(output).toContain('Slice 2/3 is missing.');
  expect(differences(digestTree(at('joined/site')), digestTree(at('whole/site')))).toEqual([]);
  rmSync(from, { recursive: true });
});

test(
  'compressed copies stand beside the texts, and go when they are not asked for',
  { timeout: 120_000 },
  async () => {
    const out = at('whole/site');
    const plain = digestTree(out);
    await run(['--out', out, '--precompress']);
    const compressed = digestTree(out);
    expect(compressed).toMatchObject(plain);
    expect(compressed['index.html.br']).toBeDefined();
    expect(compressed['index.html.gz']).toBeDefined();
    await run(['--out', out]);
    expect(differences(digestTree(out), plain)).toEqual([]);
  },
);
