// Options that several commands know, explained once.

import { join } from 'node:path';
import { hostNames } from '../build/host-limits.ts';
import { outputDir } from '../configuration/archive-folder.ts';
import { environment, parsePort } from '../environment.ts';
import { Misuse } from './terminal.ts';

/** Which archive; the value is read by `environment`, before the options are. */
export const archive = {
  type: 'string',
  value: 'DIR',
  default: environment.archive ?? 'content',
  does: 'the archive: a folder with `archive.yaml`',
} as const;

/** Where the articles are. */
export const content = {
  type: 'string',
  value: 'DIR',
  default: environment.content ?? archive.default,
  does: "a folder whose `articles/` and `pages/` take the place of the archive's",
} as const;

/** Whether an archive has to be whole. */
export const strict = {
  type: 'boolean',
  default: false,
  does: 'count a picture that is not there as an error, not as a warning',
} as const;

/** Where the built site is, said in the command's own words. */
export const out = (does: string) =>
  ({ type: 'string', value: 'DIR', default: environment.out ?? madeIn('dist'), does }) as const;

/** Where something is made by default: in the archive where one is named, else in the project. */
export const madeIn = (name: string): string => join(outputDir, name);

/** Where slices lie, each in a folder of its own. */
export const slicesFolder = madeIn('.slices');

/** What a build keeps from the one before. */
export const cache = {
  type: 'string',
  value: 'DIR',
  default: environment.cache ?? '',
  does: 'what spares the next build work (.dateline beside the site)',
} as const;

/** At which address a site is served. */
export const serving = {
  port: {
    type: 'string',
    value: 'NUMBER',
    default: environment.port ?? '4321',
    does: 'the port it is served at',
  },
  host: {
    type: 'string',
    value: 'NAME',
    default: 'localhost',
    does: 'the name or address it is served at; 0.0.0.0 lets other machines in',
  },
} as const;

/** @throws Misuse where a port is none, with the option or the variable that names it */
export function readPort(written: string): number {
  const port = parsePort(written);
  if (port !== undefined) return port;
  const name = written === environment.port ? 'The variable PORT is' : '--port';
  throw new Misuse(`${name} ${written}: a port is a number from 0 to 65535.`);
}

/** What is done with a site when it is made. */
export const finishing = {
  precompress: {
    type: 'boolean',
    default: false,
    does: 'put `.br` and `.gz` copies beside texts',
  },
  host: {
    type: 'string',
    value: 'NAME',
    does: `check the limits of a host before: ${hostNames.join(', ')}`,
  },
  sign: {
    type: 'string',
    value: 'KEY',
    does: 'sign the manifest with this key of OpenSSH (else DATELINE_SIGNING_KEY)',
  },
} as const;

/** @throws Misuse where the limits of a host are not known */
export function requireKnownHost(host: string | undefined): void {
  if (host !== undefined && !hostNames.includes(host)) {
    throw new Misuse(`--host ${host}: the hosts known here are ${hostNames.join(', ')}.`);
  }
}
