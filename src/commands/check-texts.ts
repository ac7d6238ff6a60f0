import { join } from 'node:path';
import type { Article } from '../article/article.ts';
import { nearDuplicate } from '../checks/near-duplicate.ts';
import type { TextFacts } from '../checks/text-checks.ts';
import { FileChanging, type FileMemory } from '../content-folder/file-memory.ts';
import type { Problem } from '../problem.ts';

/** Checks the texts of articles, each for itself and among each other; those that have not changed are remembered. */
export async function checkTexts(
  contentDir: string,
  articles: readonly Article[],
  memory: FileMemory<TextFacts>,
): Promise<Problem[]> {
  const facts = new Map<Article, TextFacts>();
  for (const article of articles) {
    const known = await readFacts(contentDir, article, memory);
    if (known) facts.set(article, known);
  }
  return [
    ...[...facts.values()].flatMap(({ problems }) => problems),
    ...nearDuplicate(articles, (article) => facts.get(article)?.signature),
  ];
}

/** None where the file has been moved, deleted or written to since the article was read. */
async function readFacts(
  contentDir: string,
  article: Article,
  memory: FileMemory<TextFacts>,
): Promise<TextFacts | undefined> {
  try {
    const { value } = await memory.readSlowly(
      article.file,
      join(contentDir, article.file),
      async (bytes) => {
        // The detector of languages takes its time to load, and is of no use where nothing has changed.
        const { checkText } = await import('../checks/text-checks.ts');
        return checkText(bytes.toString('utf8'), article);
      },
    );
    return value;
  } catch (error) {
    const isGone = (error as NodeJS.ErrnoException).code === 'ENOENT';
    if (isGone || error instanceof FileChanging) return undefined;
    throw error;
  }
}
