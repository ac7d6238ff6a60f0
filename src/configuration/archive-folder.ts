import { relative, resolve } from 'node:path';
import { environment } from '../environment.ts';

/** The folder of the archive: what `--archive` or `DATELINE_ARCHIVE` names, else the demonstration. */
export const archiveDir = resolve(environment.archive ?? 'content');

/** The folder whose `articles/` and `pages/` are read: the archive, unless `--content` or `DATELINE_CONTENT` names another. */
export const contentDir = resolve(environment.content ?? archiveDir);

/** Where what is made of the archive lies by default: in the archive where one is named, else in the project. */
export const outputDir = environment.archive === undefined ? '' : archiveDir;

/** The archive's configuration. */
export const configurationFile = 'archive.yaml';

/** A path as a terminal opens it: relative to the working directory, or whole where it lies outside of it. */
export function shownPath(path: string): string {
  const fromHere = relative(process.cwd(), path);
  return fromHere.startsWith('..') ? resolve(path) : fromHere;
}
