import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Site } from './schema.ts';

/**
 * The navigation without those pages of the archive's own that other content, where it stands in for the archive's, does
 * not have.
 */
export const navigationWithin = (
  navigation: Site['navigation'],
  { archiveDir, contentDir }: { archiveDir: string; contentDir: string },
): Site['navigation'] =>
  navigation.filter(
    (place) =>
      typeof place === 'string' ||
      hasPage(contentDir, place.path) ||
      !hasPage(archiveDir, place.path),
  );

const hasPage = (folder: string, path: string): boolean =>
  [`${path.slice(0, -1)}.md`, `${path}index.md`].some((file) =>
    existsSync(join(folder, 'pages', file)),
  );
