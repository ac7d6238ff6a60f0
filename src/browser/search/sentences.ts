// What the page says of a search: how far it is, how the query was read, what failed.

import type { Note } from './query.ts';
import type { DateRange, Progress, QueryRelaxation, Wider } from './progress.ts';
import type { Wording } from './wording.ts';

/** One sentence on how far a search is. */
export function sayProgress(progress: Progress, wording: Wording, query: string): string {
  const { words } = wording;
  const { found, state, failed, wider } = progress;
  const count = wording.plural(words.found, found);
  if (state === 'complete' && failed.length > 0) {
    const unfinished = wording.fill(words.unfinished, { query });
    return found === 0
      ? unfinished
      : wording.fill(words.soFarUnfinished, { found: count, unfinished });
  }
  if (state === 'complete' && found === 0) {
    const none = wording.fill(words.foundNone, { query });
    return wider.length > 0 ? none : `${none} ${words.foundNoneHint}`;
  }
  return state === 'searching' ? words.searching : wording.fill(words.complete, { found: count });
}

export function sayNote(note: Note, wording: Wording): string {
  const { words } = wording;
  const at = note.code === 'too-long' ? note.span.start : note.span.start + 1;
  const said = wording.fill(words.notes[note.code] ?? '', { text: note.text, at });
  if (note.meant === undefined) return said;
  return `${said} ${wording.fill(words.similarOperator, { meant: note.meant })}`;
}

const quoted = (list: readonly string[], wording: Wording, type?: 'disjunction'): string =>
  wording
    .list(
      list.map((text) => wording.fill(wording.words.quoted, { text })),
      type,
    )
    .join('');

export function sayRelaxation(relaxation: QueryRelaxation, wording: Wording): string {
  const { words } = wording;
  switch (relaxation.kind) {
    case 'left-out':
      return wording.fill(words.leftOut, { words: quoted(relaxation.words, wording) });
    case 'corrected':
      return wording.fill(words.corrected, {
        word: relaxation.word,
        meant: quoted(relaxation.meant, wording, 'disjunction'),
      });
    case 'beginning':
      return wording.fill(words.beginning, { word: relaxation.word });
  }
}

/** What could not be looked up, a sentence each; nothing where all has answered. */
export function sayFailures({ failed, spellingFailed }: Progress, wording: Wording): string[] {
  const { words } = wording;
  const periods = failed
    .filter(({ newest }) => newest !== 'undated')
    .map((period) => printYears(period, wording));
  return [
    periods.length > 0
      ? wording.fill(words.failedShard, { periods: wording.list(periods).join('') })
      : '',
    failed.length > periods.length ? words.failedUndated : '',
    spellingFailed ? words.failedSpelling : '',
  ].filter((sentence) => sentence !== '');
}

const printYears = ({ newest, oldest }: DateRange, wording: Wording): string =>
  [...new Set([oldest, newest].map((tag) => wording.date(tag.slice(0, 4))))].join('–');

/** What is said over the wider queries that are offered. */
export function sayWhyWider({ found, wider }: Progress, wording: Wording): string {
  const { words } = wording;
  const [first] = wider;
  if (found > 0) return wording.plural(words.fewTogether, found);
  return first?.kind === 'apart'
    ? wording.fill(words.noneApart, { phrases: quoted(first.words, wording) })
    : words.noneTogether;
}

/** What a wider query finds. */
export function sayWider({ kind, words, found }: Wider, wording: Wording): string {
  const { wordsApart, withoutWords } = wording.words;
  const said = wording.plural(kind === 'apart' ? wordsApart : withoutWords, found);
  return wording.fill(said, { words: quoted(words, wording) });
}
