// `npm run new -- "Headline"`: begins an article, a draft at the right place. A draft, since a build may run while
// it is being written; `npm run dev` shows drafts, and a line in the file tells how it is published.

import { relative, resolve } from 'node:path';
import { absolute, paths } from '../archive/urls.ts';
import { site } from '../site.ts';
import { requireFolder } from './check-content.ts';
import { readNamesInUse } from './names-in-use.ts';
import { writeDraft } from './new-draft.ts';
import {
  askForFields,
  explainDraftDate,
  usualSpelling,
  type DraftFields,
} from './new-questions.ts';
import { readOptions } from './options.ts';
import { archive, content } from './shared-options.ts';
import { Misuse, reportProblems, run } from './terminal.ts';
import { today } from './today.ts';

const option = (value: string, does: string) => ({ type: 'string', value, does }) as const;

await run(async () => {
  const { values, positionals } = readOptions({
    name: 'npm run new',
    operand: '"HEADLINE"',
    does: 'Begins an article: a draft in the folder of its date.',
    options: {
      date: option('DATE', 'a day, a month, a year or `undated` (today)'),
      section: option('NAME', 'the part of the paper'),
      tags: option('NAME,NAME', 'people, places, subjects'),
      authors: option('NAME,NAME', 'who wrote it'),
      archive,
      content,
    },
    more: 'What no option says is asked for at a terminal. A name is written as the archive writes it already.',
  });
  const given = { ...values, title: positionals[0]?.trim() || undefined };
  const wrong = given.date === undefined ? undefined : explainDraftDate(given.date);
  if (wrong !== undefined) throw new Misuse(`--date: ${wrong}`);
  const contentDir = resolve(values.content);
  requireFolder(contentDir);
  const written = await writeDraft(contentDir, await gatherFields(given, contentDir));
  if ('problems' in written) {
    reportProblems(written.problems);
    return 1;
  }
  const address = absolute(site.address, paths.article(written.article));
  process.stdout.write(`${relative(process.cwd(), written.path)}\n${address}\n`);
  return 0;
});

type Given = Partial<Record<'title' | 'date' | 'section' | 'tags' | 'authors', string | undefined>>;

/** The fields of the options, the others asked for at a terminal; names as the archive writes them. */
async function gatherFields(given: Given, contentDir: string): Promise<DraftFields> {
  const isAtTerminal = process.stdin.isTTY && process.stdout.isTTY;
  if (given.title === undefined && !isAtTerminal) {
    throw new Misuse(
      'The headline is missing. Write it in quotes: npm run new -- "Headline of the article"',
    );
  }
  const { section, tags, authors } = given;
  const needsNames = isAtTerminal || (section ?? tags ?? authors) !== undefined;
  const names = needsNames
    ? await readNamesInUse(contentDir)
    : { topics: [], sections: [], authors: [] };
  const fields = {
    ...given,
    section: section === undefined ? undefined : usualSpelling(section, names.sections),
    tags: splitNames(tags)?.map((name) => usualSpelling(name, names.topics)),
    authors: splitNames(authors)?.map((name) => usualSpelling(name, names.authors)),
  };
  if (isAtTerminal) return askForFields(fields, names);
  return { ...fields, title: given.title ?? '', date: given.date ?? today() };
}

function splitNames(list: string | undefined): string[] | undefined {
  return list
    ?.split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
