import { resolve } from 'node:path';

/**
 * The content folder: `content` in the project, or what the environment variable `DATELINE_CONTENT` names
 * (the commands set it from `--content`).
 */
export const contentDir = resolve(process.env['DATELINE_CONTENT'] ?? 'content');
