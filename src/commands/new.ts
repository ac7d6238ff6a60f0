// `npm run new -- "Headline"`: begins an article, a draft at the right place. A draft, since a build may run while
// it is being written; `npm run dev` shows drafts, and a line in the file tells how it is published.

import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { parseArticle } from '../article/article.ts';
import { isDateTag } from '../article/calendar-date.ts';
import { printArticle } from '../article/print-article.ts';
import { exampleOf, explainDate } from '../article/schema.ts';
import { slugFor } from '../article/slug.ts';
import { articlesFolder } from '../content-folder/content.ts';
import { isError } from '../problem.ts';
import { site } from '../site.ts';
import { requireFolder } from './check-content.ts';
import { readOptions } from './options.ts';
import { archive, content } from './shared-options.ts';
import { Misuse, reportProblems, run } from './terminal.ts';
import { today } from './today.ts';

/** The fields most articles have, offered as comments where they were not given. */
const offered = ['summary', 'section', 'authors', 'tags', 'dateline'];

await run(async () => {
  const { values, positionals } = readOptions({
    name: 'npm run new',
    operand: '"HEADLINE"',
    does: 'Begins an article: a draft in the folder of its date.',
    options: {
      date: {
        type: 'string',
        value: 'DATE',
        default: today(),
        does: 'a day, a month, a year or `undated`',
      },
      section: { type: 'string', value: 'NAME', does: 'the part of the paper' },
      tags: { type: 'string', value: 'NAME,NAME', does: 'people, places, subjects' },
      archive,
      content,
    },
  });
  const title = positionals[0]?.trim();
  if (!title) {
    throw new Misuse(
      'The headline is missing. Write it in quotes: npm run new -- "Headline of the article"',
    );
  }
  if (!isDateTag(values.date)) {
    const { message, fix } = explainDate(values.date);
    throw new Misuse(`--date: ${message} ${fix}`);
  }
  const contentDir = resolve(values.content);
  requireFolder(contentDir);

  const file = `${articlesFolder}/${values.date.replaceAll('-', '/')}/${slugFor(title)}.md`;
  const text = printDraft({
    title,
    date: values.date,
    section: values.section,
    tags: values.tags
      ?.split(',')
      .map((tag) => tag.trim())
      .filter(Boolean),
  });
  const { problems } = parseArticle(text, { file, language: site.language });
  if (problems.some(isError)) {
    reportProblems(problems);
    return 1;
  }
  const path = join(contentDir, file);
  const shown = relative(process.cwd(), path);
  await mkdir(dirname(path), { recursive: true });
  try {
    await writeFile(path, text, { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    process.stderr.write(
      `${shown} is there already; it was left alone. Choose another headline.\n`,
    );
    return 1;
  }
  process.stdout.write(`${shown}\n`);
  return 0;
});

/** An article without text: what was given, then the other fields as comments to be filled in. */
function printDraft(fields: Record<string, unknown>): string {
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
