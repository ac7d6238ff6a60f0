// A build that fails ends: whatever the stage, it says why, exits with status 1 at once, gives the lock back, and
// leaves the site as it was.

import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { paths } from '../../src/archive/urls.ts';
import { differences, digestTree, makeProject } from './project.ts';

const articles = 40;

/** More than are rendered without a thread of their own. */
const forTheThread = 420;

const project = makeProject();
const outDir = join(project.root, 'dist');
const at = (path: string): string => join(project.root, path);
const article = (n: number): string => at(`content/articles/report-${n}.md`);
let before: Record<string, string>;

function writeArticle(n: number, text: string): void {
  writeFileSync(
    article(n),
    `---\ntitle: Report ${n}\ndate: ${1900 + (n % 10)}-03-0${1 + (n % 9)}\n---\n\n${text}\n`,
  );
}

function edit(path: string, from: string, to: string): void {
  const text = readFileSync(at(path), 'utf8');
  expect(text).toContain(from);
  writeFileSync(at(path), text.replace(from, to));
}

const build = (args: string[] = [], env: Record<string, string> = {}) => project.build(args, env);

function writeArticles(): void {
  for (let n = 0; n < articles; n++) writeArticle(n, `The sea rose for the ${n}th time.`);
}

/** Lets stages of the build fail where `FAIL` names them: the code stays the same, and so does its bundle. */
function letStagesFail(): void {
  edit(
    'src/pages/on-this-day/[monthDay].astro',
    'export async function getStaticPaths() {',
    "export async function getStaticPaths() { if (process.env.FAIL === 'list') throw new Error('no list today');",
  );
  appendFileSync(
    at('src/components/ArticleHead.astro'),
    "\n{(() => { if (process.env.FAIL === 'page') throw new Error('no page today'); })()}\n",
  );
  const marked = ['src/pages/[...article].astro', 'src/components/Article.astro'].filter(
    (file) => existsSync(at(file)) && readFileSync(at(file), 'utf8').includes('data-pagefind-body'),
  );
  expect(marked).not.toEqual([]);
  for (const file of marked)
    edit(
      file,
      'data-pagefind-body',
      "data-pagefind-body={process.env.FAIL === 'search' ? undefined : true}",
    );
}

beforeAll(async () => {
  letStagesFail();
  writeArticles();
  const { status, output } = await build(['--precompress']);
  if (status !== 0) throw new Error(output);
  before = digestTree(outDir);
});

beforeEach(() => {
  project.reset();
  letStagesFail();
  writeArticles();
});

afterAll(() => project.remove());

interface Failure {
  stage: string;
  prepare: () => void;
  /** Done when the stage before has ended. */
  meanwhile?: { after: string; act: () => void };
  args?: string[];
  /** What `FAIL` is. */
  fail?: string;
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
    prepare: () => undefined,
    fail: 'list',
    says: 'no list today',
  },
  {
    stage: 'a page that cannot be rendered',
    prepare: () => writeArticle(3, 'The sea fell.'),
    fail: 'page',
    says: 'no page today',
  },
  {
    stage: 'texts that change after they were read, most of them for the thread of texts',
    prepare: () => {
      for (let n = 0; n < forTheThread; n++) writeArticle(n, 'The sea fell.');
    },
    meanwhile: {
      after: 'Articles',
      act: () => {
        for (let n = 0; n < forTheThread; n += 2) writeArticle(n, 'The sea rose again.');
      },
    },
    says: 'changed while the site was built. Build again.',
  },
  {
    stage: 'a page that search cannot read',
    prepare: () => writeArticle(3, 'The sea fell.'),
    fail: 'search',
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

test.each(failures)('$stage ends the build', async (failure) => {
  const { prepare, meanwhile, args = [], fail, says } = failure;
  prepare();
  const { child, done } = project.start(args, fail === undefined ? {} : { FAIL: fail });
  child.stderr?.on('data', (data: Buffer) => {
    if (meanwhile && data.toString().includes(meanwhile.after)) meanwhile.act();
  });
  const { status, output } = await done;
  expect(output).toContain(says);
  expect(status, output).toBe(1);
  expect(existsSync(at('.dateline/lock'))).toBe(false);
  expect(differences(digestTree(outDir), before)).toEqual([]);
});

test('after all failures the next build succeeds, and gives the same; compressed copies go where they are not asked for', async () => {
  expect(before).toHaveProperty(['index.html.br']);
  expect(before).toHaveProperty(['index.html.gz']);
  const next = await build();
  expect(next.status, next.output).toBe(0);
  const isCopy = (path: string): boolean =>
    /\.(?:br|gz)$/.test(path) && path.slice(0, -3) in before;
  // The manifest lists the copies.
  const differing = differences(digestTree(outDir), before).filter(
    (path) => `/${path}` !== paths.manifest && !isCopy(path),
  );
  expect(differing).toEqual([]);
  expect(existsSync(join(outDir, 'index.html.br'))).toBe(false);
});
