// The story of a keeper, from an archive begun to one that is continued, by the commands that they type.

import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { findIds, openBuiltIndex } from '../search/built-index.ts';
import { makeProject, type BuildRun } from './project.ts';

const project = makeProject();
afterAll(() => project.remove());

const archive = join(project.root, 'paper');
const served = join(project.root, 'www');

/** Runs a command on the archive; it has to succeed. */
async function run(command: string, ...args: string[]): Promise<string> {
  const { status, output }: BuildRun = await project.build(args, {}, command);
  expect([command, status, output]).toEqual([command, 0, output]);
  return output;
}

const build = (): Promise<string> =>
  run('build', '--archive', archive, '--cache', join(archive, '.dateline'));

const hasRclone = spawnSync('rclone', ['version']).status === 0;

/** Delivers the site and reads a page where it arrived; from the site itself where the machine has no rclone. */
async function deliver(page: string): Promise<string> {
  if (!hasRclone) process.stderr.write('There is no rclone here: nothing is delivered.\n');
  else await run('deliver', '--archive', archive, served);
  return readFileSync(join(hasRclone ? served : join(archive, 'dist'), page), 'utf8');
}

const original = (date: string, headline: string, text: string): string =>
  `date ${date}\n\n${headline}\n\n${text}\n`;

const read = (path: string): string => readFileSync(join(archive, path), 'utf8');

test('an archive is begun, checked, built, searched, delivered and continued', async () => {
  const texts = join(project.root, 'texts');
  mkdirSync(texts);
  writeFileSync(
    join(texts, 'flood.txt'),
    original('1953-02-01', 'Sea breaks through the dikes', 'Dikes broke in the night to Sunday.'),
  );
  writeFileSync(
    join(texts, 'harbour.txt'),
    original('1953-03-05', 'Harbour opens again', 'The first ship came in at noon.'),
  );
  const begun = await run(
    'init',
    archive,
    '--name=The Zeeland Courier',
    '--address=https://courier.example/',
    '--language=en',
    '--licence=CC BY 4.0',
    `--import=${texts}`,
  );
  expect(begun).toContain('2 articles without an error');
  expect(await run('check', '--archive', archive)).toContain('2 articles without an error');

  await build();
  const built = await openBuiltIndex(join(archive, 'dist'), join(project.root, 'unused'));
  expect(await findIds(built.engine, { text: 'dikes' })).toEqual([
    '1953/02/01/sea-breaks-through-the-dikes',
  ]);
  await built.close();
  expect(readdirSync(join(archive, 'dist/1953/02/01'))).toContain('index.html');

  expect(await deliver('about/coverage/index.html')).toContain('1953');

  // What is only looked at leaves no trace in the archive.
  await run('new', '--archive', archive, 'Dikes are closed', '--date=1953-11-06');
  const draft = 'articles/1953/11/06/dikes-are-closed.md';
  const text = read(draft).replace(/^# Delete.*\ndraft: true\n/m, '');
  writeFileSync(join(archive, draft), `${text}The last gap was closed.\n`);
  const ledger = read('articles/addresses.txt');
  const preview = join(archive, '.dateline/preview/dist');
  await project.build(
    ['--content', archive, '--out', preview, '--cache', join(archive, '.dateline')],
    { DATELINE_ARCHIVE: archive },
    'build-preview',
  );
  expect(readdirSync(join(preview, 'search-index'))).not.toEqual([]);
  expect(read('articles/addresses.txt')).toBe(ledger);

  await build();
  expect(await deliver('1953/11/06/dikes-are-closed/index.html')).toContain(
    'The last gap was closed.',
  );
  expect(read('articles/addresses.txt')).toContain('/1953/11/06/dikes-are-closed/');
}, 240_000);
