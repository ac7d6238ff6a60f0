// Digests of what pages are made by: the project's code, its packages, the versions of its tools, and what the
// environment tells it. Where one of them differs, nothing that was made with the other is of use.

import { hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from '../disk/list-files.ts';
import { site } from '../site.ts';

/** Environment variables that code can see while a site is built, but for those that pages never show. */
const seen =
  /^(?:DATELINE_(?!OUT$|ARCHIVE$|CONTENT$|CACHE$|SIGNING_KEY$)|PUBLIC_|VITE_|ASTRO_|NODE_ENV$|TZ$)/;

/** The digest of everything but the articles and `public/`. */
export function digestCode(root: string): string {
  return digest([
    digestPageTools(root),
    ...digestFiles(root, listFiles(join(root, 'src')).map(inSource)),
  ]);
}

/** The digest of what turns a file into an article. */
export function digestArticleCode(root: string): string {
  const code = listFiles(join(root, 'src')).map(inSource);
  return digest([
    digestTools(root),
    site.language,
    ...digestFiles(
      root,
      code.filter((file) =>
        /^src\/(?:article|content-folder|disk|markdown|opening)\/|^src\/problem\.ts$/.test(file),
      ),
    ),
  ]);
}

/** The digest of what every page depends on beside its view and its code: the archive's configuration and all tools. */
export const digestPageTools = (root: string): string =>
  digest([digestTools(root), JSON.stringify(site)]);

/** The digest of settings, packages, versions and environment. */
function digestTools(root: string): string {
  const settings = readdirSync(root).filter((name) =>
    /^(?:astro\.config\.\w+|package(?:-lock)?\.json|tsconfig\.json|\.env.*)$/.test(name),
  );
  const { locale, timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return digest([
    ...digestFiles(root, [...settings.toSorted(), 'node_modules/.package-lock.json']),
    JSON.stringify([process.versions, process.platform, locale, timeZone]),
    JSON.stringify(
      Object.entries(process.env)
        .filter(([name, value]) => seen.test(name) && value?.trim())
        .toSorted(([a], [b]) => (a < b ? -1 : 1)),
    ),
  ]);
}

/** A file's name with the digest of its bytes, for each; a missing file is its name alone. */
export function digestFiles(root: string, files: readonly string[]): string[] {
  return files.map((file) => {
    try {
      return `${file} ${hash('sha256', readFileSync(join(root, file)))}`;
    } catch {
      return file;
    }
  });
}

/** One digest of several texts. */
export const digest = (parts: readonly string[]): string => hash('sha256', JSON.stringify(parts));

const inSource = (file: string): string => `src/${file}`;
