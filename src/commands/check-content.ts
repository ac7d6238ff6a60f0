import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Article } from '../article/article.ts';
import { addressTaken } from '../checks/address-taken.ts';
import { aliasTaken } from '../checks/alias-taken.ts';
import { dateInFuture } from '../checks/date-in-future.ts';
import { folderNotDate } from '../checks/folder-not-date.ts';
import { pictureMissing } from '../checks/picture-missing.ts';
import { readContent, type KnownArticle } from '../files/content.ts';
import type { FileMemory } from '../files/file-memory.ts';
import { compareProblems, type Problem } from '../problem.ts';
import { site } from '../site.ts';

export interface CheckedContent {
  articles: Article[];
  /** By file and line. */
  problems: Problem[];
}

/** Reads all articles and applies every check. Places are relative to the folder above the content folder. */
export async function checkContent(
  contentDir: string,
  onProgress?: (done: number, total: number) => void,
  memory?: FileMemory<KnownArticle>,
): Promise<CheckedContent> {
  const { articles, problems } = await readContent(contentDir, site.language, onProgress, memory);
  const today = new Intl.DateTimeFormat('sv').format(new Date());
  const all = [
    ...problems,
    ...addressTaken(articles),
    ...aliasTaken(articles),
    ...folderNotDate(articles),
    ...dateInFuture(articles, today),
    ...pictureMissing(articles, (path) =>
      existsSync(path.startsWith('/') ? join('public', path) : join(contentDir, path)),
    ),
  ];
  return {
    articles,
    problems: all
      .map((problem) => ({
        ...problem,
        place: { ...problem.place, file: `content/${problem.place.file}` },
      }))
      .toSorted(compareProblems),
  };
}
