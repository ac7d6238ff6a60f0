import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArticle, type Article } from '../article/article.ts';
import { printArticle } from '../article/print-article.ts';
import { exampleOf } from '../article/schema.ts';
import { slugFor } from '../article/slug.ts';
import { shownPath } from '../configuration/archive-folder.ts';
import { articlesFolder } from '../content-folder/content.ts';
import { Stop } from '../disk/stop.ts';
import { isError, type Problem } from '../problem.ts';
import { site } from '../site.ts';
import type { DraftFields } from './new-questions.ts';

/** The fields most articles have, offered as comments where they were not given. */
const offered = ['summary', 'section', 'authors', 'tags', 'dateline'];

/**
 * Writes a draft into the folder of its date.
 *
 * @returns the article and its file, or what is wrong with the fields
 * @throws Stop where the file is there already
 */
export async function writeDraft(
  contentDir: string,
  fields: DraftFields,
): Promise<{ article: Article; path: string } | { problems: Problem[] }> {
  const file = `${articlesFolder}/${fields.date.replaceAll('-', '/')}/${slugFor(fields.title)}.md`;
  const text = printDraft(fields);
  const { article, problems } = parseArticle(text, { file, language: site.language });
  if (!article || problems.some(isError)) return { problems };
  const path = join(contentDir, file);
  await mkdir(dirname(path), { recursive: true });
  try {
    await writeFile(path, text, { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new Stop(
      `${shownPath(path)} is there already; it was left alone. Choose another headline.`,
    );
  }
  return { article, path };
}

/** An article without text: what was given, then the other fields as comments to be filled in. */
function printDraft({ title, date, section, tags = [], authors = [] }: DraftFields): string {
  const fields: Record<string, unknown> = {
    title,
    date,
    ...(section !== undefined && { section }),
    ...(authors.length > 0 && { authors }),
    ...(tags.length > 0 && { tags }),
  };
  const comments = [
    '# Delete this line and the next to publish the article.',
    'draft: true',
    '',
    '# More fields: take away the # and write your own after the colon.',
    ...offered
      .filter((field) => fields[field] === undefined)
      .map((field) => `# ${exampleOf(field)}`),
  ].join('\n');
  return printArticle(fields, '').replace(/---\s*$/, `\n${comments}\n---\n\n`);
}
