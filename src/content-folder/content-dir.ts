import { resolve } from 'node:path';
import { environment } from '../environment.ts';

/**
 * The content folder: `content` in the project, or what the environment variable `DATELINE_CONTENT` names
 * (the commands set it from `--content`).
 */
export const contentDir = resolve(environment.content ?? 'content');
