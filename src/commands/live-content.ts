// The content while it is edited, for `npm run dev`: read once, then file by file as the files change.

import { existsSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { linkedFiles } from '../archive/links.ts';
import { picturePath } from '../archive/pictures.ts';
import { slugOfFile, type Article } from '../article/article.ts';
import type { FileReading } from '../article/file-facts.ts';
import { isArticleFile } from '../article/file-names.ts';
import { renameTopics } from '../article/topic-notes.ts';
import type { PictureReading } from '../article/picture-facts.ts';
import type { BuildServices } from '../handover/handover.ts';
import { renderFile, type BodyPlace, type TextFile } from '../handover/render-body.ts';
import { articlesFolder, findArticleFiles, readArticle } from '../content-folder/content.ts';
import { readLinkedFiles } from '../content-folder/linked-files.ts';
import { readTopicNotes, topicsFile } from '../content-folder/topics-file.ts';
import { readPictures } from '../content-folder/pictures.ts';
import { isError, type Problem } from '../problem.ts';
import { site } from '../site.ts';
import type { ContentMemory } from './content-memory.ts';

/** What was read of one article file. */
interface Known {
  article: Article | undefined;
  problems: Problem[];
  /** The id it has, or had when it last could be read. */
  id: string | undefined;
  stamp: string;
}

export interface LiveContent {
  services: BuildServices;
  /** Reads a file of the content folder again where it has changed; tells whether it had. */
  refresh(path: string): Promise<boolean>;
  /** The same for the article at an address; `id` as in `Article`. */
  refreshAddress(id: string): Promise<boolean>;
  /** What keeps the article at an address from being shown; nothing where there is no fault. */
  faultsAt(id: string): Problem[];
  /** All that is wrong within files. */
  problems(): Problem[];
}

/**
 * Reads the content folder.
 *
 * @param memory spares the first reading of what the last build has read
 */
export async function openLiveContent(
  contentDir: string,
  memory: ContentMemory,
): Promise<LiveContent> {
  const known = new Map<string, Known>();
  const pictures = new Map<string, PictureReading>();
  const files = new Map<string, FileReading>();
  let articles: readonly Article[] | undefined;
  let topics = readTopicNotes(contentDir);

  const read = (file: string, from?: ContentMemory): Known => {
    const stamp = stampOf(join(contentDir, file));
    const { article, problems } = readArticle(contentDir, file, site.language, from?.articles);
    const entry = { article, problems, stamp, id: article?.id ?? known.get(file)?.id };
    known.set(file, entry);
    articles = undefined;
    return entry;
  };
  /** Reads what articles name beside themselves, as far as it is not known. */
  const readBeside = async (of: readonly Article[], from?: ContentMemory): Promise<void> => {
    const shown = of.flatMap((one) => one.pictures.map((name) => picturePath(one.file, name)));
    const linked = of.flatMap(linkedFiles);
    for (const [path, reading] of await readPictures(
      contentDir,
      unknown(shown, pictures),
      from?.pictures,
    ))
      pictures.set(path, reading);
    for (const [path, reading] of await readLinkedFiles(
      contentDir,
      unknown(linked, files),
      from?.files,
    ))
      files.set(path, reading);
  };
  const current = (): readonly Article[] =>
    (articles ??= renameTopics(
      [...known.values()].flatMap(({ article }) => article ?? []),
      topics.notes,
    ));

  const refreshArticle = async (file: string): Promise<boolean> => {
    const before = known.get(file);
    const path = join(contentDir, file);
    if (!existsSync(path)) {
      articles = undefined;
      return known.delete(file);
    }
    if (before?.stamp === stampOf(path)) return false;
    const { article } = read(file);
    if (article) await readBeside([article]);
    return true;
  };
  const refreshBeside = async (file: string): Promise<boolean> => {
    const [isShown, isLinked] = [pictures.has(file), files.has(file)];
    if (isShown) {
      for (const [path, facts] of await readPictures(contentDir, [file])) pictures.set(path, facts);
    }
    if (isLinked) {
      for (const [path, facts] of await readLinkedFiles(contentDir, [file])) files.set(path, facts);
    }
    // The pages hold what was known before.
    articles = undefined;
    return isShown || isLinked;
  };
  const fileAt = (id: string): string | undefined => {
    const entries = [...known];
    const [file] =
      entries.find(([, entry]) => entry.article?.id === id) ??
      entries.find(([, entry]) => entry.id === id) ??
      entries.find(
        ([name, { article }]) => !article && slugOfFile(name) === id.split('/').at(-1),
      ) ??
      [];
    return (
      file ?? [`${articlesFolder}/${id}.md`].find((name) => existsSync(join(contentDir, name)))
    );
  };
  const refreshTopics = (): Promise<boolean> => {
    topics = readTopicNotes(contentDir);
    articles = undefined;
    return Promise.resolve(true);
  };
  const refresh = (file: string): Promise<boolean> => {
    if (file === topicsFile) return refreshTopics();
    return isArticleFile(file) ? refreshArticle(file) : refreshBeside(file);
  };

  for (const file of await findArticleFiles(contentDir)) read(file, memory);
  await readBeside(current(), memory);
  return {
    services: {
      get articles() {
        return current();
      },
      get topics() {
        return topics.notes;
      },
      pictures,
      files,
      async renderBody(article: TextFile, place: BodyPlace) {
        // Saved a moment ago, before the pages were told.
        await refreshArticle(article.file);
        return renderFile(contentDir, known.get(article.file)?.article ?? article, place);
      },
    },
    refresh: (path) => refresh(relative(contentDir, path).split(sep).join('/')),
    async refreshAddress(id) {
      const file = fileAt(id);
      return file !== undefined && (await refreshArticle(file));
    },
    faultsAt(id) {
      const entry = known.get(fileAt(id) ?? '');
      return entry && !entry.article ? entry.problems.filter(isError) : [];
    },
    problems: () => [...known.values()].flatMap(({ problems }) => problems).concat(topics.problems),
  };
}

/** Those of some paths of which nothing is known, or nothing good. */
const unknown = (paths: readonly string[], known: ReadonlyMap<string, object>): string[] =>
  paths.filter((path) => {
    const reading = known.get(path);
    return !reading || 'fault' in reading;
  });

/** Changes when a file is written. */
function stampOf(path: string): string {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats ? `${stats.mtimeMs} ${stats.size} ${stats.ino}` : '';
}
