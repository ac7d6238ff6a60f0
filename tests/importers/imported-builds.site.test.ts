// Whatever the readers take is right enough to be built: all recorded originals, those that lie beside the project, and
// originals that chance puts together are imported into one archive, which is checked and built once.

import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { spawnCommand } from '../commands/run-command.ts';
import { hostileTexts } from '../markdown/hostile-texts.ts';
import { isThorough, someOf } from '../thorough.ts';
import { importInto } from './import-into.ts';

const folder = mkdtempSync(join(tmpdir(), 'dateline-'));
const content = join(folder, 'content');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Pieces that have stopped a build, or might: pictures, old addresses, elements, names. */
const piece = fc.oneof(
  fc.constantFrom(
    '![a](photos/lost.jpg)',
    '![a][b]\n\n[b]: lost.png',
    '![](<a b (1).png>)',
    '![a](photos\\lost.jpg)',
    '![a](C:\\lost.jpg)',
    '![a](../lost.png "b")',
    '![a](/\\host.example/a.png)',
    '<img src="lost.png">',
    '<img alt=">" src=//host.example/a.png>',
    '[a](lost.md) [b](/lost/) [c](lost.pdf)',
    '<b><table><tr><td>',
    '<script>alert(1)</script>',
    '[^1]\n\n[^1]: note',
    '| a |\n|---|\n| b |',
    '# a {#site-x}',
  ),
  fc.constantFrom(...Object.values(hostileTexts).map((make) => make(400))),
  fc.string({ unit: 'binary', maxLength: 40 }),
);
const alias = fc.constantFrom(
  '/?p=8',
  '/about/',
  '/about/history/',
  '/topics/a/',
  '/feed.xml',
  '/2019/11/07/con/',
  '/a.html',
  '/a.html/b',
  '/robots.txt/',
);
const original = fc.record({
  title: fc.constantFrom('Con', 'A', 'B: c', '…', '北京'),
  aliases: fc.array(alias, { maxLength: 3 }),
  body: fc.array(piece, { minLength: 1, maxLength: 4 }),
});

async function writeGenerated(): Promise<string> {
  const generated = join(folder, 'generated');
  await mkdir(generated);
  for (const [i, { title, aliases, body }] of fc.sample(original, someOf(120)).entries()) {
    const text = body.join('\n\n');
    const head = `---\ntitle: ${JSON.stringify(title)}\ndate: 2019-11-0${(i % 9) + 1}\naliases: ${JSON.stringify(aliases)}\n---\n\n`;
    await writeFile(join(generated, `${i}.md`), head + text);
    const page = `<html><head><title>${title}</title><meta name="date" content="2019-11-07"></head><body><p>All night men carried sand to the dike at the old sluice.</p>${text}</body></html>`;
    await writeFile(join(generated, `${i}.html`), page);
    const item = { title, date: '2019-11-08', body: text, url: `https://a.example/${i}` };
    await writeFile(join(generated, `${i}.json`), JSON.stringify([item]));
  }
  return generated;
}

/** The large originals take ten minutes: `DATELINE_CORPUS=1` asks for them. */
const besides = [
  ...(isThorough ? ['../shared/cases'] : []),
  ...(process.env['DATELINE_CORPUS'] ? ['../shared/corpus'] : []),
].filter((path) => existsSync(path));

test('what is imported is checked without an error and built', async ({ annotate }) => {
  if (besides.length === 0) await annotate('No originals lie beside the project.');
  const recorded = (await readdir(import.meta.dirname, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(import.meta.dirname, name));
  const paths = [...recorded, await writeGenerated(), ...besides];
  const dry = await importInto(content, paths, { dryRun: true });
  const { counts } = await importInto(content, paths);
  expect(counts.byResult).toEqual(dry.counts.byResult);
  expect(counts.byResult.created).toBeGreaterThan(100);
  const out = ['--out', join(folder, 'site'), '--cache', join(folder, 'cache')];
  const { status, stdout, stderr } = spawnCommand('build', ['--content', content, ...out]);
  expect(status, stdout + stderr).toBe(0);
});
