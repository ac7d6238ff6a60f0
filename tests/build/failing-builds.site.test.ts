// A build that fails ends: whatever the stage, it says why, exits with status 1 at once, gives the lock back, and
// leaves the site as it was.

import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { differences, digestTree, makeProject } from './project.ts';

/** More than are rendered without a thread of their own. */
const articles = 420;

const project = makeProject();
const outDir = join(project.root, 'dist');
const at = (path: string): string => join(project.root, path);
const article = (n: number): string => at(`content/articles/report-${n}.md`);
let before: Record<string, string>;

function writeArticle(n: number, text: string): void {
  writeFileSync(
    article(n),
    `---\ntitle: Report ${n}\ndate: ${1900 + (n % 100)}-03-0${1 + (n % 9)}\n---\n\n${text}\n`,
  );
}

function edit(path: string, from: string, to: string): void {
  const text = readFileSync(at(path), 'utf8');
  expect(text).toContain(from);
  writeFileSync(at(path), text.replace(from, to));
}

const build = (args: string[] = [], env: Record<string, string> = {}) => project.build(args, env);

beforeAll(async () => {
  for (let n = 0; n < articles; n++) writeArticle(n, `The sea rose for the ${n}th time.`);
  const { status, output } = await build(['--precompress']);
  if (status !== 0) throw new Error(output);
  before = digestTree(outDir);
}, 240_000);

beforeEach(() => {
  project.reset();
  mkdirSync(at('content/articles'), { recursive: true });
  for (let n = 0; n < articles; n++) writeArticle(n, `The sea rose for the ${n}th time.`);
});

afterAll(() => project.remove());

interface Failure {
  stage: string;
  prepare: () => void;
  /** Done when the stage before has ended. */
  meanwhile?: { after: string; act: () => void };
  args?: string[];
  says: string;
}

const failures: Failure[] = [
  {
    stage: 'a template that cannot be read',
    prepare: () => appendFileSync(at('src/pages/[...own].astro'), '\n<p>{</p>\n'),
    says: '[...own].astro',
  },
  {
    stage: 'a page that cannot list its addresses',
    prepare: () =>
      edit(
        'src/pages/on-this-day/[monthDay].astro',
        'export async function getStaticPaths() {',
        'export async function getStaticPaths() { throw new Error("no list today");',
      ),
    says: 'no list today',
  },
  {
    stage: 'a page that cannot be rendered',
    prepare: () =>
      appendFileSync(
        at('src/pages/dates.astro'),
        '\n{(() => { throw new Error("no page today"); })()}\n',
      ),
    says: 'no page today',
  },
  {
    stage: 'texts that change after they were read, most of them for the thread of texts',
    prepare: () => {
      for (let n = 0; n < articles; n++) writeArticle(n, 'The sea fell.');
    },
    meanwhile: {
      after: 'Articles',
      act: () => {
        for (let n = 0; n < articles; n += 2) writeArticle(n, 'The sea rose again.');
      },
    },
    says: 'changed while the site was built. Build again.',
  },
  {
    stage: 'a page that search cannot read',
    prepare: () => {
      for (const file of ['src/pages/[...article].astro', 'src/components/Article.astro']) {
        if (!existsSync(at(file))) continue;
        const text = readFileSync(at(file), 'utf8');
        writeFileSync(at(file), text.replaceAll('data-pagefind-body', 'data-nothing'));
      }
    },
    says: 'data-pagefind-body',
  },
  {
    stage: 'a site that is too large for its host',
    prepare: () => {
      mkdirSync(at('public/large'), { recursive: true });
      writeFileSync(at('public/large/film.bin'), Buffer.alloc(26 * 1024 * 1024));
    },
    args: ['--host', 'cloudflare-pages'],
    says: 'film.bin',
  },
];

test.each(failures)(
  '$stage ends the build',
  async ({ prepare, meanwhile, args = [], says }) => {
    prepare();
    const { child, done } = project.start(args);
    let saidAt = 0;
    child.stderr?.on('data', (data: Buffer) => {
      if (meanwhile && data.toString().includes(meanwhile.after)) meanwhile.act();
      if (saidAt === 0 && data.toString().includes(says)) saidAt = performance.now();
    });
    const { status, output } = await done;
    expect(output).toContain(says);
    expect(status, output).toBe(1);
    // A second on an idle machine; tests run beside others.
    expect(performance.now() - saidAt).toBeLessThan(5_000);
    expect(existsSync(at('.dateline/lock'))).toBe(false);
    expect(differences(digestTree(outDir), before)).toEqual([]);
  },
  120_000,
);

test('after all failures the next build succeeds, and gives what a clean build gives', async () => {
  const next = await build(['--precompress']);
  expect(next.status, next.output).toBe(0);
  expect(differences(digestTree(outDir), before)).toEqual([]);
}, 120_000);

test.each(['/dev/null/site', '/proc/site', '/sys/site'])(
  'a site that cannot be written to %s is one sentence',
  async (out) => {
    if (!statSync(dirname(out), { throwIfNoEntry: false })) return;
    const { status, output } = await build(['--out', out]);
    expect(status).toBe(1);
    expect(output).not.toContain('    at ');
    expect(output).toContain('The site is as it was.');
    rmSync(out, { recursive: true, force: true });
  },
  60_000,
);
