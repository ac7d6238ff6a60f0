import { buildArchive } from '../archive/archive.ts';
import { renameTopics } from '../article/topic-notes.ts';
import { readContent } from '../content-folder/content.ts';
import { readTopicNotes } from '../content-folder/topics-file.ts';
import { site } from '../site.ts';
import { cacheFolder, openContentMemory, saveIfPossible } from './content-memory.ts';
import type { NamesInUse } from './new-questions.ts';
import { cache, madeIn } from './shared-options.ts';

/** Reads which names the articles of an archive have, drafts among them; those that have not changed are remembered. */
export async function readNamesInUse(contentDir: string): Promise<NamesInUse> {
  const memory = openContentMemory(process.cwd(), cacheFolder(cache.default, madeIn('dist')));
  const read = await readContent(contentDir, site.language, undefined, memory.articles);
  saveIfPossible(memory.articles);
  const articles = renameTopics(read.articles, readTopicNotes(contentDir).notes);
  const { topics, sections, authors } = buildArchive(articles);
  const [ofTopics = [], ofSections = [], ofAuthors = []] = [topics, sections, authors].map(
    (terms) => [...terms.values()].map(({ name }) => name),
  );
  return { topics: ofTopics, sections: ofSections, authors: ofAuthors };
}
