import { contentDir } from '../configuration/archive-folder.ts';
import { readOwnPages } from '../content-folder/own-pages.ts';

/** The paths of the keeper's own pages. */
export const ownPaths = (): string[] => readOwnPages(contentDir).pages.map(({ id }) => `/${id}/`);
