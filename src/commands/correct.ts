// `npm run correct -- ARTICLE`: adds a correction to an article. On a terminal it asks for what was not said.

import { readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { slugOfFile, type Article } from '../article/article.ts';
import { isDateTag, isDay } from '../article/calendar-date.ts';
import { addToList } from '../article/edit-front-matter.ts';
import { findArticleFiles, readArticle } from '../content-folder/content.ts';
import { WholeFileWriter } from '../disk/write-whole.ts';
import { site } from '../site.ts';
import { requireFolder } from './check-content.ts';
import { readOptions } from './options.ts';
import { archive, content } from './shared-options.ts';
import { Misuse, run } from './terminal.ts';
import { today } from './today.ts';

await run(async () => {
  const { values, positionals } = readOptions({
    name: 'npm run correct',
    operand: 'ARTICLE',
    does: 'Adds a correction to an article, which shows it with its day, as do /corrections/ and its feed.',
    options: {
      note: {
        type: 'string',
        value: 'TEXT',
        does: 'what was wrong and what is right; else it is asked for',
      },
      date: { type: 'string', value: 'DAY', default: today(), does: 'the day of the correction' },
      archive,
      content,
    },
    more: 'ARTICLE is its file, or its address: content/articles/2024/03/01/flood.md, /2024/03/01/flood/',
  });
  const [named] = positionals;
  if (named === undefined) {
    throw new Misuse(
      'The article is missing. Write its file or its address: npm run correct -- /2024/03/01/flood/',
    );
  }
  if (!isDateTag(values.date) || !isDay(values.date)) {
    throw new Misuse(`--date ${values.date}: a correction has a day, for example ${today()}.`);
  }
  const contentDir = resolve(values.content);
  requireFolder(contentDir);
  const article = await findArticle(contentDir, named);
  const note = (values.note ?? (await askForNote(article))).trim();
  if (note === '')
    throw new Misuse('The note is missing: --note "The dike is 12 metres high, not 11."');
  const file = relative(process.cwd(), join(contentDir, article.file));
  const text = addToList(readFileSync(join(contentDir, article.file), 'utf8'), 'corrections', [
    { date: values.date, note },
  ]);
  if (text === undefined) {
    process.stderr.write(
      `The corrections of ${file} are written in a way that is left alone. Add this to them:\n  - date: ${values.date}\n    note: ${JSON.stringify(note)}\n`,
    );
    return 1;
  }
  const writer = new WholeFileWriter(contentDir);
  await writer.write(article.file, text);
  await writer.finish();
  process.stdout.write(`${file}\n`);
  return 0;
});

/**
 * Finds an article by its file, as a terminal or the archive has it, or by its address, whole or not.
 *
 * @throws Misuse where there is none
 */
async function findArticle(contentDir: string, named: string): Promise<Article> {
  const path = URL.canParse(named) ? new URL(named).pathname : named;
  const id = decodeURI(path).replace(/^\/+|\/+$/g, '');
  const ofFile = relative(contentDir, resolve(named));
  let article: Article | undefined;
  for (const file of await findArticleFiles(contentDir)) {
    if (file === ofFile)
      return readArticle(contentDir, file, site.language).article ?? refuse(named);
    if (article || !id.endsWith(slugOfFile(file))) continue;
    const found = readArticle(contentDir, file, site.language).article;
    if (found && (id === found.id || id.endsWith(`/${found.id}`))) article = found;
  }
  return article ?? refuse(named);
}

function refuse(named: string): never {
  throw new Misuse(
    `There is no article \`${named}\` that can be read; \`npm run check\` says why.`,
  );
}

async function askForNote({ title }: Article): Promise<string> {
  if (!process.stdin.isTTY) return '';
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await terminal.question(`${title}\nWhat was wrong, and what is right? `);
  } finally {
    terminal.close();
  }
}
