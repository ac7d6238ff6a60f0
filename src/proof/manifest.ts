// The manifest lists every file of a site with the SHA-256 of its bytes, in the form that `sha256sum` of GNU coreutils
// prints and checks, so that nobody needs this program to check a copy. Its lines stand in the order of paths: who
// wants one of them can find it by bisection.

import { paths } from '../archive/urls.ts';

export const manifestFile = paths.manifest.slice(1);

/** What the keeper's key says of the manifest, where there is a key. */
export const signatureFile = `${manifestFile}.sig`;

/** Digests by path, relative to the site. */
export type Digests = ReadonlyMap<string, string>;

/** Neither can be listed in the manifest itself. */
export const isListed = (path: string): boolean => path !== manifestFile && path !== signatureFile;

/** Prints digests as `sha256sum` does. */
export function printManifest(digests: Digests): string {
  return [...digests]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, digest]) => printLine(path, digest))
    .join('');
}

/** A name with a backslash or a line break is escaped, which a backslash before the digest tells. */
function printLine(path: string, digest: string): string {
  const escaped = path.replace(/[\\\n\r]/g, (mark) => escapes[mark] ?? mark);
  return `${escaped === path ? '' : '\\'}${digest}  ${escaped}\n`;
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r' };

/**
 * Reads a manifest, whether its names stand after two spaces or after a space and an asterisk.
 *
 * @returns the number of the first line that is none, where there is one
 */
export function parseManifest(text: string): { digests: Map<string, string>; fault?: number } {
  const digests = new Map<string, string>();
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  for (const [i, line] of lines.entries()) {
    const [, escaped, digest, name] = /^(\\?)([0-9a-f]{64}) [ *](.+)$/.exec(line) ?? [];
    if (digest === undefined || name === undefined) return { digests, fault: i + 1 };
    digests.set(escaped === '' ? name : unescape(name), digest);
  }
  return { digests };
}

const unescape = (name: string): string =>
  name.replace(/\\([\\nr])/g, (_, mark: string) => ({ n: '\n', r: '\r' })[mark] ?? mark);
