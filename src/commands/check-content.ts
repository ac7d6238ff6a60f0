import { readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Article } from '../article/article.ts';
import { archiveDir, configurationFile, shownPath } from '../configuration/archive-folder.ts';
import { interfaceUntranslated } from '../checks/interface-untranslated.ts';
import { logoUnfit } from '../checks/logo-unfit.ts';
import { runChecks, type Surroundings } from '../checks/run-checks.ts';
import type { TextFacts } from '../checks/text-checks.ts';
import { linkedFiles } from '../archive/links.ts';
import type { FileReading } from '../article/file-facts.ts';
import { picturePath } from '../archive/pictures.ts';
import { renameTopics, type TopicNote } from '../article/topic-notes.ts';
import { parseYamlFile, placeOfValue } from '../article/yaml-file.ts';
import type { PictureReading } from '../article/picture-facts.ts';
import { ledgerFile } from '../content-folder/ledger-file.ts';
import { listContentFiles, readBody, readContent } from '../content-folder/content.ts';
import type { FileMemory } from '../content-folder/file-memory.ts';
import { readOwnPages, type OwnPage } from '../content-folder/own-pages.ts';
import { listPublicFiles } from '../content-folder/public-files.ts';
import { placeField } from '../content-folder/place-field.ts';
import { readTopicNotes, topicsFile } from '../content-folder/topics-file.ts';
import { readLinkedFiles } from '../content-folder/linked-files.ts';
import { readPictures } from '../content-folder/pictures.ts';
import { compareProblems, isError, type Place, type Problem } from '../problem.ts';
import { untranslated } from '../messages.ts';
import { anchorsOf } from '../markdown/render-markdown.ts';
import { site } from '../site.ts';
import { checkTexts } from './check-texts.ts';
import type { ContentMemory } from './content-memory.ts';
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

export interface CheckOptions {
  onProgress?: ((done: number, total: number) => void) | undefined;
  memory?: ContentMemory | undefined;
  /** Whether a picture that is not there is an error. */
  strict?: boolean | undefined;
  /** Has the texts themselves checked, too, with what is remembered of them: nothing that a build waits for. */
  texts?: FileMemory<TextFacts> | undefined;
}

/**
 * Reads all articles and applies every check. Places are as a terminal opens them, see `placeShown`.
 */
export async function checkContent(
  contentDir: string,
  options: CheckOptions = {},
): Promise<CheckedContent> {
  requireFolder(contentDir);
  const content = await gather(contentDir, options);
  const { articles, topics, pictures, files, ownPages } = content;
  const problems = [
    ...content.problems,
    ...runChecks(articles, surroundingsOf(contentDir, content)),
    ...(options.texts ? await checkTexts(contentDir, articles, options.texts) : []),
  ].flatMap((problem) => weigh(problem, options.strict));
  const faulty = new Set(problems.filter(isError).map(({ place }) => place.file));
  const read = new Set([...articles, ...content.unreadable].map(({ file }) => file));
  return {
    articles,
    topics,
    pictures,
    files,
    ownPages,
    read: read.size,
    sound: [...read].filter((file) => !faulty.has(file)).length,
    problems: [
      ...interfaceUntranslated(
        site.language,
        untranslated,
        shownPath(join(archiveDir, configurationFile)),
      ),
      ...checkLogo(pictures),
      ...problems.map(placeShown(contentDir)),
    ].toSorted(compareProblems),
  };
}

/** What an archive holds, with what is wrong in each file. */
interface Gathered extends Pick<
  CheckedContent,
  'articles' | 'topics' | 'pictures' | 'files' | 'ownPages' | 'problems'
> {
  /** Where files are that have a problem, whether they could be read or not. */
  unreadable: Place[];
}

async function gather(contentDir: string, { onProgress, memory }: CheckOptions): Promise<Gathered> {
  const content = await readContent(contentDir, site.language, onProgress, memory?.articles);
  const topics = readTopicNotes(contentDir);
  const articles = [...renameTopics(content.articles, topics.notes)];
  const pictures = await readPictures(
    contentDir,
    [
      ...articles.flatMap(({ file, pictures }) =>
        pictures.map((picture) => picturePath(file, picture)),
      ),
      ...(site.logo ? [site.logo.src] : []),
    ],
    memory?.pictures,
  );
  const files = await readLinkedFiles(contentDir, articles.flatMap(linkedFiles), memory?.files);
  const own = readOwnPages(contentDir);
  const ofArticles = [...content.problems, ...topics.problems];
  return {
    articles,
    topics: topics.notes,
    pictures,
    files,
    ownPages: own.pages,
    problems: [...ofArticles, ...own.problems],
    unreadable: ofArticles.map(({ place }) => place),
  };
}

const surroundingsOf = (
  contentDir: string,
  { topics, pictures, files, ownPages, unreadable }: Gathered,
): Surroundings => ({
  findPicture: (path) => pictures.get(path),
  findFile: (path) => files.get(path),
  contentFiles: listContentFiles(contentDir).filter(
    (file) => file !== ledgerFile && file !== topicsFile,
  ),
  publicFiles: listPublicFiles(),
  ownPages,
  unread: unreadable.map(({ file }) => file),
  today: today(),
  pictureHosts: site.allow.images,
  timeSpan: site.timeSpan,
  topicNotes: topics,
  anchorsIn: anchorReader(contentDir),
});

/** What is wrong with the logo, at its place in the configuration. */
function checkLogo(pictures: CheckedContent['pictures']): Problem[] {
  if (!site.logo) return [];
  const { src } = site.logo;
  const file = join(archiveDir, configurationFile);
  const parts = parseYamlFile(readFileSync(file, 'utf8'));
  const place = 'fault' in parts ? {} : placeOfValue(parts.yaml, ['logo', 'src']);
  return logoUnfit(src, pictures.get(src), { file: shownPath(file), ...place });
}

/** A warning as the archive's configuration weighs its rule, and as a strict check does. */
function weigh(problem: Problem, strict = false): Problem[] {
  if (strict && problem.rule === 'picture-missing') return [{ ...problem, severity: 'error' }];
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
