// The content while it is edited, for `npm run dev`: read once, then file by file as the files change.

import { existsSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { linkedFiles } from '../archive/links.ts';
import { picturePath } from '../archive/pictures.ts';
import { slugOfFile, type Article } from '../article/article.ts';
import type { FileReading } from '../article/file-facts.ts';
import { isArticleFile } from '../article/file-names.ts';
import { renameTopics, type TopicNote } from '../article/topic-notes.ts';
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
  const live = new LiveFolder(contentDir);
  await live.readAll(memory);
  return live;
}

class LiveFolder implements LiveContent {
  readonly services: BuildServices;
  private readonly contentDir: string;
  private readonly known = new Map<string, Known>();
  private readonly pictures = new Map<string, PictureReading>();
  private readonly files = new Map<string, FileReading>();
  private topics: ReturnType<typeof readTopicNotes>;
  /** As the pages have them; none where something has changed since. */
  private articles: readonly Article[] | undefined;

  constructor(contentDir: string) {
    this.contentDir = contentDir;
    this.topics = readTopicNotes(contentDir);
    const current = (): readonly Article[] => this.current();
    const notes = (): readonly TopicNote[] => this.topics.notes;
    this.services = {
      get articles() {
        return current();
      },
      get topics() {
        return notes();
      },
      pictures: this.pictures,
      files: this.files,
      renderBody: (article, place) => this.renderBody(article, place),
    };
  }

  async readAll(memory: ContentMemory): Promise<void> {
    for (const file of await findArticleFiles(this.contentDir)) this.read(file, memory);
    await this.readBeside(this.current(), memory);
  }

  refresh(path: string): Promise<boolean> {
    const file = relative(this.contentDir, path).split(sep).join('/');
    if (file === topicsFile) return this.refreshTopics();
    return isArticleFile(file) ? this.refreshArticle(file) : this.refreshBeside(file);
  }

  async refreshAddress(id: string): Promise<boolean> {
    const file = this.fileAt(id);
    return file !== undefined && (await this.refreshArticle(file));
  }

  faultsAt(id: string): Problem[] {
    const entry = this.known.get(this.fileAt(id) ?? '');
    return entry && !entry.article ? entry.problems.filter(isError) : [];
  }

  problems(): Problem[] {
    return [...this.known.values()]
      .flatMap(({ problems }) => problems)
      .concat(this.topics.problems);
  }

  private current(): readonly Article[] {
    return (this.articles ??= renameTopics(
      [...this.known.values()].flatMap(({ article }) => article ?? []),
      this.topics.notes,
    ));
  }

  private async renderBody(
    article: TextFile,
    place: BodyPlace,
  ): Promise<ReturnType<typeof renderFile>> {
    // Saved a moment ago, before the pages were told.
    await this.refreshArticle(article.file);
    return renderFile(this.contentDir, this.known.get(article.file)?.article ?? article, place);
  }

  private read(file: string, from?: ContentMemory): Known {
    const stamp = stampOf(join(this.contentDir, file));
    const { article, problems } = readArticle(this.contentDir, file, site.language, from?.articles);
    const entry = { article, problems, stamp, id: article?.id ?? this.known.get(file)?.id };
    this.known.set(file, entry);
    this.articles = undefined;
    return entry;
  }

  /** Reads what articles name beside themselves, as far as it is not known. */
  private async readBeside(of: readonly Article[], from?: ContentMemory): Promise<void> {
    const { contentDir, pictures, files } = this;
    const shown = of.flatMap((one) => one.pictures.map((name) => picturePath(one.file, name)));
    const linked = of.flatMap(linkedFiles);
    keepAll(pictures, await readPictures(contentDir, unknown(shown, pictures), from?.pictures));
    keepAll(files, await readLinkedFiles(contentDir, unknown(linked, files), from?.files));
  }

  private async refreshArticle(file: string): Promise<boolean> {
    const before = this.known.get(file);
    const path = join(this.contentDir, file);
    if (!existsSync(path)) {
      this.articles = undefined;
      return this.known.delete(file);
    }
    if (before?.stamp === stampOf(path)) return false;
    const { article } = this.read(file);
    if (article) await this.readBeside([article]);
    return true;
  }

  private async refreshBeside(file: string): Promise<boolean> {
    const [isShown, isLinked] = [this.pictures.has(file), this.files.has(file)];
    if (isShown) keepAll(this.pictures, await readPictures(this.contentDir, [file]));
    if (isLinked) keepAll(this.files, await readLinkedFiles(this.contentDir, [file]));
    // The pages hold what was known before.
    this.articles = undefined;
    return isShown || isLinked;
  }

  private refreshTopics(): Promise<boolean> {
    this.topics = readTopicNotes(this.contentDir);
    this.articles = undefined;
    return Promise.resolve(true);
  }

  private fileAt(id: string): string | undefined {
    const entries = [...this.known];
    const [file] =
      entries.find(([, entry]) => entry.article?.id === id) ??
      entries.find(([, entry]) => entry.id === id) ??
      entries.find(
        ([name, { article }]) => !article && slugOfFile(name) === id.split('/').at(-1),
      ) ??
      [];
    return (
      file ?? [`${articlesFolder}/${id}.md`].find((name) => existsSync(join(this.contentDir, name)))
    );
  }
}

function keepAll<Reading>(known: Map<string, Reading>, found: Iterable<[string, Reading]>): void {
  for (const [path, reading] of found) known.set(path, reading);
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
