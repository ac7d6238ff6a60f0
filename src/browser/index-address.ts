import { indexFolder, manifestFile } from '../search/format/manifest.ts';

/** The index's manifest, for the page that has it fetched early; relative to the site. */
export const manifestPath = `${indexFolder}/${manifestFile}`;
