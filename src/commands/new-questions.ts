// What `npm run new` asks at a terminal; whoever is not at one says it by options. Sections, topics and authors are
// completed from those in use, for a name that is written in two ways stands on two pages.

import type { Readable, Writable } from 'node:stream';
import { autocomplete, cancel, intro, text } from '@clack/prompts';
import { isDateTag } from '../article/calendar-date.ts';
import { explainDate } from '../article/schema.ts';
import { lettersOf } from '../archive/term-slugs.ts';
import { Stop } from '../disk/stop.ts';
import { today } from './today.ts';

/** What an article begins with. */
export interface DraftFields {
  title: string;
  date: string;
  section?: string | undefined;
  tags?: string[] | undefined;
  authors?: string[] | undefined;
}

/** The names that articles of the archive have, the most frequent first. */
export interface NamesInUse {
  sections: readonly string[];
  topics: readonly string[];
  authors: readonly string[];
}

interface Terminal {
  input?: Readable;
  output?: Writable;
}

/**
 * Asks for what was not given.
 *
 * @throws Stop where the keeper gives up
 */
export async function askForFields(
  given: { [Field in keyof DraftFields]?: DraftFields[Field] | undefined },
  names: NamesInUse,
  terminal: Terminal = {},
): Promise<DraftFields> {
  intro('A new article', terminal);
  const title = given.title ?? (await askForText('What is its headline?', {}, terminal));
  const date =
    given.date ??
    (await askForText(
      'Of which date is it? A day, a month, a year, or `undated`.',
      { usual: today(), explain: explainDraftDate },
      terminal,
    ));
  return {
    title,
    date,
    section: given.section ?? (await choose('In which section?', names.sections, terminal)),
    tags: given.tags ?? (await chooseSeveral('What is it about?', names.topics, terminal)),
    authors: given.authors ?? (await chooseSeveral('Who wrote it?', names.authors, terminal)),
  };
}

/** What is wrong with a date; nothing where it is one. */
export function explainDraftDate(date: string): string | undefined {
  if (isDateTag(date)) return undefined;
  const { message, fix } = explainDate(date);
  return `${message} ${fix}`;
}

/** A name as the archive writes it, where it has one of the same letters. */
export const usualSpelling = (name: string, inUse: readonly string[]): string =>
  inUse.find((known) => lettersOf(known) === lettersOf(name)) ?? name;

async function askForText(
  message: string,
  { usual, explain = () => undefined }: { usual?: string; explain?: typeof explainDraftDate },
  terminal: Terminal,
): Promise<string> {
  const answer = await text({
    message,
    ...(usual === undefined ? {} : { defaultValue: usual, placeholder: usual }),
    validate: (value = '') => {
      const written = value.trim() || usual;
      return written === undefined ? 'It needs one.' : explain(written);
    },
    ...terminal,
  });
  return answered(answer).trim();
}

/** As many as a terminal shows at once are found by typing a little more. */
const mostShown = 200;

/** One name of those in use, or a new one that is typed; none where nothing is chosen. */
async function choose(
  message: string,
  inUse: readonly string[],
  terminal: Terminal,
): Promise<string | undefined> {
  const answer = await autocomplete<string>({
    message,
    placeholder: 'Type to find or to add; Enter for none',
    maxItems: 8,
    options() {
      return choicesFor(this.userInput, inUse).map(({ value, isNew }) => ({
        value,
        label: value === '' ? 'none' : isNew ? `${value} (new)` : value,
      }));
    },
    ...terminal,
  });
  return answered(answer) || undefined;
}

async function chooseSeveral(
  message: string,
  inUse: readonly string[],
  terminal: Terminal,
): Promise<string[]> {
  const chosen: string[] = [];
  for (;;) {
    const left = inUse.filter((name) => !chosen.includes(name));
    const asks = chosen.length === 0 ? message : `${message} Besides ${chosen.join(', ')}:`;
    const name = await choose(asks, left, terminal);
    if (name === undefined) return chosen;
    if (!chosen.includes(name)) chosen.push(name);
  }
}

/** What can be chosen after some letters were typed: names that begin with them, names that hold them, the letters themselves. */
export function choicesFor(
  typed: string,
  inUse: readonly string[],
): { value: string; isNew?: boolean }[] {
  const written = typed.trim();
  const letters = lettersOf(written);
  if (letters === '') return ['', ...inUse.slice(0, mostShown)].map((value) => ({ value }));
  const found = inUse.filter((name) => lettersOf(name).includes(letters));
  const [first, others] = [true, false].map((begins) =>
    found.filter((name) => lettersOf(name).startsWith(letters) === begins),
  ) as [string[], string[]];
  const isKnown = found.some((name) => lettersOf(name) === letters);
  return [
    ...[...first, ...others].slice(0, mostShown).map((value) => ({ value })),
    ...(isKnown ? [] : [{ value: written, isNew: true }]),
  ];
}

function answered(answer: string | symbol): string {
  if (typeof answer === 'string') return answer;
  cancel('Nothing was written.');
  throw new Stop('No article was begun.');
}
