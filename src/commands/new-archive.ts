// What `npm run init` and `npm run migrate` share: an archive is begun in a folder that is free, whole or not at all.

import {
  accessSync,
  constants,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { configurationFile, shownPath } from '../configuration/archive-folder.ts';
import { parseConfiguration } from '../configuration/parse-configuration.ts';
import { printConfiguration, type GivenFields } from '../configuration/print-configuration.ts';
import { Stop } from '../disk/stop.ts';
import { reportProblems } from './terminal.ts';

/** What is made of an archive, and can be made again: no repository is to take it. */
const ignored = ['dist', '.dist', '.dateline', '.slices'].map((name) => `/${name}/\n`).join('');

/**
 * Makes sure that an archive can be begun in a folder: it is not there yet, or empty.
 *
 * @throws Stop where something is in the way; the system's error where nothing can be written there
 */
export function requireFree(dir: string): void {
  const shown = shownPath(dir);
  const stats = statSync(dir, { throwIfNoEntry: false });
  if (stats && !stats.isDirectory()) {
    throw new Stop(`\`${shown}\` is a file. Name a folder that is empty or not there yet.`);
  }
  if (stats && readdirSync(dir).some((name) => name !== '.git')) {
    throw new Stop(
      `\`${shown}\` is not empty, and nothing was written. Name a folder that is empty or not there yet.`,
    );
  }
  let above = dir;
  while (!statSync(above, { throwIfNoEntry: false })) above = dirname(above);
  if (!statSync(above).isDirectory()) {
    throw new Stop(`\`${shownPath(above)}\` is a file. Name a folder elsewhere.`);
  }
  accessSync(above, constants.W_OK);
}

/**
 * Writes what every archive begins with: `archive.yaml`, its folders and its page about itself.
 *
 * @param about the text of that page, in Markdown
 * @returns whether the configuration is sound; if it is not, its problems are said and nothing is written
 */
export function writeArchive(dir: string, fields: GivenFields, about: string): boolean {
  const text = printConfiguration(fields);
  const parsed = parseConfiguration(text, configurationFile);
  if ('problems' in parsed) {
    reportProblems(parsed.problems);
    return false;
  }
  const isNew = !statSync(dir, { throwIfNoEntry: false });
  try {
    for (const folder of ['articles', 'pages', 'public']) {
      mkdirSync(join(dir, folder), { recursive: true });
    }
    writeFileSync(join(dir, configurationFile), text);
    writeFileSync(join(dir, '.gitignore'), ignored);
    writeFileSync(join(dir, 'pages/about.md'), `---\ntitle: About this archive\n---\n\n${about}\n`);
  } catch (error) {
    if (isNew) rmSync(dir, { recursive: true, force: true });
    throw error;
  }
  return true;
}
