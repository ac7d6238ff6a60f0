// What the environment tells the program: every variable is read and checked here. An empty one counts as not set,
// for that is what a CI hands on where its own variable is missing.

const read = (name: string): string | undefined => process.env[name]?.trim() || undefined;

export const environment = {
  /** Takes the place of the site's `address`. */
  get address(): string | undefined {
    return read('DATELINE_ADDRESS');
  },
  /** Takes the place of the site's `language`. */
  get language(): string | undefined {
    return read('DATELINE_LANGUAGE');
  },
  /** The content folder. */
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
 * Says what is wrong with the address and the language of a site, and where they stand.
 *
 * @returns one sentence or two for each fault
 */
export function findFaults(site: { address: string; language: string }): string[] {
  const faults: string[] = [];
  const address = explainAddress(site.address);
  if (address !== undefined) {
    faults.push(
      `${nameOf('DATELINE_ADDRESS', 'address')} is \`${site.address}\`, ${address} Write where the site will be served, for example \`https://example.org/archive/\`.`,
    );
  }
  if (!isLanguage(site.language)) {
    faults.push(
      `${nameOf('DATELINE_LANGUAGE', 'language')} is \`${site.language}\`, which is no language tag. Write one of BCP 47, for example \`en\` or \`pt-BR\`.`,
    );
  }
  return faults;
}

const nameOf = (variable: string, field: string): string =>
  read(variable) === undefined ? `\`${field}\` in src/site.ts` : `The variable ${variable}`;

/** What is wrong with an address, as the rest of a sentence. */
function explainAddress(address: string): string | undefined {
  const url = URL.parse(address);
  if (url === null || !/^https?:\/\//i.test(address)) {
    return 'which is not a whole address with `https://` at its beginning.';
  }
  if (url.search !== '' || url.hash !== '' || url.username !== '' || /[?#]$/.test(address)) {
    return 'which has more than a host and a path.';
  }
  return /\/\/|%(?:00|2[35f]|3f|5c)/i.test(url.pathname)
    ? 'whose path has an empty part, or a sign that no part of a path can have.'
    : undefined;
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
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
