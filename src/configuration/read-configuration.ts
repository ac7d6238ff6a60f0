// The configuration is read once, before anything else of the program runs: what language the interface has and where
// the site is served is asked for everywhere.

import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { environment } from '../environment.ts';
import type { Problem } from '../problem.ts';
import { configurationFile, shownPath } from './archive-folder.ts';
import { parseConfiguration } from './parse-configuration.ts';
import type { Site } from './schema.ts';

export interface Configuration {
  site: Site;
  /** What keeps every command from its work; then `site` only stands in for the archive's. */
  problems: Problem[];
}

/** Stands in for what cannot be read, so that a command can say why. */
const unread: Site = {
  name: '',
  description: '',
  address: 'https://dateline.example/',
  language: 'en',
  publisher: '',
  licence: { name: '', url: undefined },
  sharePictures: 'none',
  data: 'publish',
  watches: [],
  robots: { searchEngines: 'allow', aiTraining: 'allow', preservation: 'allow' },
  typeface: 'newsreader',
  navigation: [],
  allow: { scripts: [], images: [], connections: [], frames: [] },
  checks: {},
};

/** Reads the configuration of the archive in a folder; what the environment says of address and language counts more. */
export function readConfiguration(archiveDir: string): Configuration {
  const file = shownPath(join(archiveDir, configurationFile));
  const reading = readText(archiveDir, file);
  const parsed = 'problems' in reading ? reading : parseConfiguration(reading.text, file);
  const { site, problems } = { site: unread, problems: [], ...parsed };
  return {
    site: {
      ...site,
      address: environment.address ?? site.address,
      language: environment.language ?? site.language,
    },
    problems,
  };
}

function readText(archiveDir: string, file: string): { text: string } | { problems: Problem[] } {
  const fault = (rule: string, message: string, fix: string): { problems: Problem[] } => ({
    problems: [{ place: { file }, rule: `archive-${rule}`, severity: 'error', message, fix }],
  });
  const shown = shownPath(archiveDir);
  const stats = statSync(archiveDir, { throwIfNoEntry: false });
  if (!stats) {
    return fault(
      'folder-missing',
      `There is no folder \`${shown}\`.`,
      `Correct its name, or begin an archive there: \`npm run init -- ${shown}\`.`,
    );
  }
  if (!stats.isDirectory()) {
    return fault(
      'folder-missing',
      `\`${shown}\` is a file; an archive is a folder.`,
      'Name the folder that holds `archive.yaml`.',
    );
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(
      readFileSync(join(archiveDir, configurationFile)),
    );
    return { text };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') {
      return fault(
        'missing',
        `\`${shown}\` has no \`${configurationFile}\`, which makes a folder an archive.`,
        `Name the folder that has it; begin an archive with \`npm run init -- ${shown}\`; or bring one of an older Dateline up to date with \`npm run migrate\`.`,
      );
    }
    return code === 'ERR_ENCODING_INVALID_ENCODED_DATA'
      ? fault('unreadable', 'The file is not text in UTF-8.', 'Save it as UTF-8.')
      : fault('unreadable', `The file cannot be read (${code}).`, 'Correct its permissions.');
  }
}
