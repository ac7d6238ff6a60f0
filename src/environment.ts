// What the environment tells the program: every variable is read and checked here. An empty one counts as not set,
// for that is what a CI hands on where its own variable is missing.

import { parseArgs } from 'node:util';

const read = (name: string): string | undefined => process.env[name]?.trim() || undefined;

/** The value of an option on the command line, the last where it is given more than once. */
function optionOf(name: string): string | undefined {
  const { values } = parseArgs({
    args: process.argv.slice(2),
    options: { [name]: { type: 'string' } },
    allowPositionals: true,
    strict: false,
  });
  const value = values[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export const environment = {
  /** Takes the place of the site's `address`. */
  get address(): string | undefined {
    return read('DATELINE_ADDRESS');
  },
  /** Takes the place of the site's `language`. */
  get language(): string | undefined {
    return read('DATELINE_LANGUAGE');
  },
  /**
   * The archive's folder, where one is named: by the option `--archive`, else by the variable. The command line is read
   * here for this option alone, since no command can begin before the archive's configuration is known.
   */
  get archive(): string | undefined {
    return optionOf('archive') ?? read('DATELINE_ARCHIVE');
  },
  /** The folder of the articles, where it is not the archive's. */
  get content(): string | undefined {
    return read('DATELINE_CONTENT');
  },
  /** Where the built site is put. */
  get out(): string | undefined {
    return read('DATELINE_OUT');
  },
  /** Where builds keep what spares the next one work. */
  get cache(): string | undefined {
    return read('DATELINE_CACHE');
  },
  /** The file of the key that the manifest of a site is signed with. */
  get signingKey(): string | undefined {
    return read('DATELINE_SIGNING_KEY');
  },
  /** The port that the site is served at. */
  get port(): string | undefined {
    return read('PORT');
  },
  /** Whether nobody looks on who could end what takes too long; CI services set `CI`. */
  get isUnattended(): boolean {
    return !/^(?:|0|false|no)$/i.test(read('CI') ?? '');
  },
};

/**
 * Names under which Vite and Astro tell pages how they are built. What a shell or a CI has under one of them would take
 * its place: `DEV=1` would publish drafts, `BASE_URL` lead every link elsewhere.
 */
const ofPages = ['ASSETS_PREFIX', 'BASE_URL', 'DEV', 'MODE', 'PROD', 'SITE', 'SSR'];

/** Forgets what pages would take for how they are built. */
export function hideFromPages(): void {
  for (const name of ofPages) delete process.env[name];
}

/**
 * Reads a port.
 *
 * @returns none where it is not one: a number from 0 to 65535
 */
export function parsePort(written: string): number | undefined {
  const port = /^\d{1,5}$/.test(written) ? Number(written) : Number.NaN;
  return port <= 65_535 ? port : undefined;
}
