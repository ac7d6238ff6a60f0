import { join } from 'node:path';
import { parseTopicNotes, type TopicNote } from '../article/topic-notes.ts';
import type { Problem } from '../problem.ts';
import { readIfThere } from './read-unchanged.ts';

/** What the keeper says of topics, beside the folder of the articles. */
export const topicsFile = 'topics.yaml';

/** Reads what the keeper says of topics; nothing where the file is not there. */
export function readTopicNotes(contentDir: string): { notes: TopicNote[]; problems: Problem[] } {
  const text = readIfThere(join(contentDir, topicsFile))?.toString('utf8') ?? '';
  return parseTopicNotes(text, topicsFile);
}
