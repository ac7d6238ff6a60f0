import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { answerTo } from '../../src/archive/old-addresses.ts';
import { makeProject } from './project.ts';

const project = makeProject();
const outDir = join(mkdtempSync(join(tmpdir(), 'dateline-addresses-')), 'site');
afterAll(() => {
  project.remove();
  rmSync(join(outDir, '..'), { recursive: true, force: true });
});

/** Old addresses as other programs had them; what the check lets pass has to be built. */
const aliases = [
  '/news/50%25-more/',
  '/news/a&b;c,d=e+f/',
  '/news/(old)/[1]/{x}/',
  '/news/~user/$1/@home/',
  '/news/caf%C3%A9/',
  '/news/%E6%97%A5%E6%9C%AC.html',
  '/news/two%20words.HTM',
  '/news/...more/',
  '/news/index.php/',
  '/news/-/',
  '/share.png.html',
  '/2024/3/1/',
  '/undated/news/',
  `/long/${'x'.repeat(252)}/`,
];

test('whatever old address the check lets pass is built, and an article that is renamed keeps its own', async () => {
  const file = join(project.contentDir, 'articles/flood.md');
  const list = aliases.map((alias) => `  - '${alias}'\n`).join('');
  writeFileSync(
    file,
    `---\ntitle: Flood\ndate: 2024-03-01\naliases:\n${list}---\nThe water rose.\n`,
  );
  const first = await project.build(['--out', outDir, '--without-search']);
  expect(first.status, first.output).toBe(0);
  for (const alias of aliases) {
    const answer = answerTo(alias);
    expect(answer, alias).toHaveProperty('file');
    expect(existsSync(join(outDir, answer && 'file' in answer ? answer.file : '')), alias).toBe(
      true,
    );
  }
  const tide = join(project.contentDir, 'articles/tide.md');
  renameSync(file, tide);
  const second = await project.build(['--out', outDir, '--without-search']);
  expect(second.status, second.output).toBe(0);
  expect(second.output).toContain('articles/tide.md was at /2024/03/01/flood/ before');
  expect(readFileSync(tide, 'utf8')).toContain('  - /2024/03/01/flood/\n---\n');
  expect(readFileSync(join(outDir, '2024/03/01/flood/index.html'), 'utf8')).toContain(
    '/2024/03/01/tide/',
  );
});

test('an article that is deleted stops the build until its address is withdrawn', async () => {
  const ledger = join(project.contentDir, 'articles/addresses.txt');
  rmSync(join(project.contentDir, 'articles/tide.md'));
  const stopped = await project.build(['--out', outDir, '--without-search']);
  expect(stopped.status).toBe(1);
  expect(stopped.output).toMatch(/articles\/addresses\.txt:\d+ address-gone/);
  expect(existsSync(join(outDir, '2024/03/01/tide/index.html'))).toBe(true);
  writeFileSync(
    ledger,
    readFileSync(ledger, 'utf8').replace(/^(\/\S+) [0-9a-f]+$/gm, '$1 gone: Taken back, <untrue>.'),
  );
  const built = await project.build(['--out', outDir, '--without-search']);
  expect(built.status, built.output).toBe(0);
  for (const path of ['2024/03/01/flood', '2024/03/01/tide', 'news/(old)/[1]/{x}']) {
    expect(readFileSync(join(outDir, path, 'index.html'), 'utf8')).toContain(
      'Taken back, &lt;untrue&gt;.',
    );
  }
});
