import { withBase } from '../archive/urls.ts';

/** A link to a path of this site, below the base it is served from. */
export const href = (path: string): string => withBase(import.meta.env.BASE_URL, path);
