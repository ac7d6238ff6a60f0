import { statSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Article } from '../article/article.ts';
import { archiveDir, configurationFile, shownPath } from '../configuration/archive-folder.ts';
import { interfaceUntranslated } from '../checks/interface-untranslated.ts';
import { runChecks } from '../checks/run-checks.ts';
import { linkedFiles } from '../archive/links.ts';
import type { FileReading } from '../article/file-facts.ts';
import { picturePath } from '../archive/pictures.ts';
import { renameTopics, type TopicNote } from '../article/topic-notes.ts';
import type { PictureReading } from '../article/picture-facts.ts';
import { ledgerFile } from '../content-folder/ledger-file.ts';
import {
  listContentFiles,
  readBody,
  readContent,
  type KnownArticle,
} from '../content-folder/content.ts';
import type { FileMemory } from '../content-folder/file-memory.ts';
import { readOwnPages, type OwnPage } from '../content-folder/own-pages.ts';
import { listPublicFiles } from '../content-folder/public-files.ts';
import { placeField } from '../content-folder/place-field.ts';
import { readTopicNotes, topicsFile } from '../content-folder/topics-file.ts';
import { readLinkedFiles } from '../content-folder/linked-files.ts';
import { readPictures } from '../content-folder/pictures.ts';
import { compareProblems, isError, type Problem } from '../problem.ts';
import { untranslated } from '../messages.ts';
import { anchorsOf } from '../markdown/render-markdown.ts';
import { site } from '../site.ts';
import { Misuse } from './terminal.ts';
import { today } from './today.ts';

export interface CheckedContent {
  /** Those that could be read; a problem of their place among others may be an error all the same. */
  articles: Article[];
  /** What the keeper says of topics. */
  topics: TopicNote[];
  /** How many article files there are, and how many of them have no error. */
  read: number;
  sound: number;
  /** What is known of the pictures they show, by path. */
  pictures: Map<string, PictureReading>;
  /** What is known of the files they link to, by path. */
  files: Map<string, FileReading>;
  ownPages: OwnPage[];
  /** By file and line. */
  problems: Problem[];
}

/** What is remembered of files that have not changed. */
export interface ContentMemory {
  articles: FileMemory<KnownArticle>;
  pictures: FileMemory<PictureReading>;
  files: FileMemory<FileReading>;
}

export interface CheckOptions {
  onProgress?: ((done: number, total: number) => void) | undefined;
  memory?: ContentMemory | undefined;
  /** Whether a picture that is not there is an error. */
  strict?: boolean | undefined;
}

/**
 * Reads all articles and applies every check. Places are as a terminal opens them, see `placeShown`.
 */
export async function checkContent(
  contentDir: string,
  { onProgress, memory, strict = false }: CheckOptions = {},
): Promise<CheckedContent> {
  requireFolder(contentDir);
  const content = await readContent(contentDir, site.language, onProgress, memory?.articles);
  const topics = readTopicNotes(contentDir);
  const articles = [...renameTopics(content.articles, topics.notes)];
  const problems = [...content.problems, ...topics.problems];
  const pictures = await readPictures(
    contentDir,
    articles.flatMap(({ file, pictures }) => pictures.map((picture) => picturePath(file, picture))),
    memory?.pictures,
  );
  const linked = await readLinkedFiles(contentDir, articles.flatMap(linkedFiles), memory?.files);
  const own = readOwnPages(contentDir);
  const all: Problem[] = [
    ...problems,
    ...own.problems,
    ...runChecks(articles, {
      findPicture: (path) => pictures.get(path),
      findFile: (path) => linked.get(path),
      contentFiles: listContentFiles(contentDir).filter(
        (file) => file !== ledgerFile && file !== topicsFile,
      ),
      publicFiles: listPublicFiles(),
      ownPages: own.pages,
      unread: problems.map(({ place }) => place.file),
      today: today(),
      pictureHosts: site.allow.images,
      topicNotes: topics.notes,
      anchorsIn: anchorReader(contentDir),
    }),
  ].flatMap(weigh);
  if (strict) {
    for (const problem of all) if (problem.rule === 'picture-missing') problem.severity = 'error';
  }
  const faulty = new Set(all.filter(isError).map(({ place }) => place.file));
  const files = new Set(
    [...articles, ...problems.map(({ place }) => place)].map(({ file }) => file),
  );
  return {
    articles,
    topics: topics.notes,
    read: files.size,
    sound: [...files].filter((file) => !faulty.has(file)).length,
    pictures,
    files: linked,
    ownPages: own.pages,
    problems: [
      ...interfaceUntranslated(
        site.language,
        untranslated,
        shownPath(join(archiveDir, configurationFile)),
      ),
      ...all.map(placeShown(contentDir)),
    ].toSorted(compareProblems),
  };
}

/** A warning as the archive's configuration weighs its rule. */
function weigh(problem: Problem): Problem[] {
  const weight = problem.severity === 'warning' ? site.checks[problem.rule] : undefined;
  if (weight === 'off') return [];
  return [weight === 'error' ? { ...problem, severity: 'error' } : problem];
}

/**
 * Makes a function that gives a problem the place by which a terminal opens it: relative to the working directory, or
 * whole where the content folder lies outside it.
 */
export function placeShown(contentDir: string): (problem: Problem) => Problem {
  const fromHere = relative(process.cwd(), contentDir);
  const shownDir = fromHere.startsWith('..') ? contentDir : fromHere;
  return (problem) => {
    const place = placeField(contentDir, problem.place);
    return { ...problem, place: { ...place, file: join(shownDir, place.file) } };
  };
}

/** A name mistyped must not be taken for an archive without articles, which would replace the site by nothing. */
export function requireFolder(contentDir: string): void {
  if (statSync(contentDir, { throwIfNoEntry: false })?.isDirectory()) return;
  throw new Misuse(`There is no content folder at ${contentDir}.`);
}

/** Reads the anchors of an article's text, once. */
function anchorReader(contentDir: string): (article: Article) => ReadonlySet<string> {
  const read = new Map<string, ReadonlySet<string>>();
  return (article) => {
    const known = read.get(article.file) ?? anchorsOf(readBody(contentDir, article));
    read.set(article.file, known);
    return known;
  };
}
