// What the archive says of itself: its configuration, `archive.yaml`, read when the program starts.

import { archiveDir, contentDir } from './configuration/archive-folder.ts';
import { navigationWithin } from './configuration/navigation.ts';
import { readConfiguration, type Configuration } from './configuration/read-configuration.ts';
import type { Site } from './configuration/schema.ts';

export type { Site };

const key = Symbol.for('dateline.site');
const shared = globalThis as { [key]?: Configuration };

// The pages have a module graph of their own within the process: they are to show what the command has read.
const configuration = (shared[key] ??= readConfiguration(archiveDir));

export const site: Site = {
  ...configuration.site,
  navigation: navigationWithin(configuration.site.navigation, { archiveDir, contentDir }),
};

/** What is wrong with the configuration; every command says it and stops. */
export const siteProblems = configuration.problems;
