// What the page remarks on a search: how it was read, what failed, what may have been meant, what finds more.

import { printState, type SearchState } from './address.ts';
import { sayFailures, sayRelaxation, sayNote, sayWhyWider, sayWider } from './sentences.ts';
import { part } from './parts.ts';
import type { Progress } from './progress.ts';
import type { Unopened } from './service.ts';
import type { Wording } from './wording.ts';

const mostSuggestions = 4;

export interface RemarkContext {
  state: SearchState;
  wording: Wording;
  /** What is remarked whatever the search: that the archive has been published anew. */
  news: readonly string[];
}

/** Draws all remarks on a search; none yet where nothing is known of it. */
export function drawRemarks(
  page: HTMLElement,
  progress: Progress | undefined,
  { state, wording, news }: RemarkContext,
): void {
  const failures = progress ? sayFailures(progress, wording) : [];
  if (failures.length > 0 && !navigator.onLine) failures.unshift(wording.words.offline);
  const notes = [
    ...news,
    ...(state.reversed ? [sayReversed(state, wording)] : []),
    ...(progress?.notes.map((note) => sayNote(note, wording)) ?? []),
    ...(progress?.relaxations.map((relaxation) => sayRelaxation(relaxation, wording)) ?? []),
    ...failures,
  ];
  drawNotes(part(page, 'notes'), notes);
  part(page, 'retry').hidden = failures.length === 0 || progress?.state === 'searching';
  drawSuggestions(page, progress?.suggestions ?? [], { state, wording });
  drawWider(page, progress, { state, wording });
}

/** The list is spoken when it changes, so that it changes only where something else is noted. */
function drawNotes(list: HTMLElement, notes: readonly string[]): void {
  const listed = [...list.children].map(({ textContent }) => textContent);
  if (listed.join('\n') === notes.join('\n')) return;
  list.replaceChildren(
    ...notes.map((text) => {
      const item = document.createElement('li');
      item.textContent = text;
      return item;
    }),
  );
}

/** What a screen reader is told of a search that has ended, beside its count and what is noted. */
export const remarksAloud = (progress: Progress, wording: Wording): string[] => [
  ...(progress.wider.length > 0 ? [sayWhyWider(progress, wording)] : []),
  ...progress.wider.map((wider) => `${sayWider(wider, wording)}.`),
];

function sayReversed({ from, to }: SearchState, wording: Wording): string {
  return wording.fill(wording.words.notes['dates-reversed'] ?? '', { text: `${to}–${from}` });
}

type Context = Omit<RemarkContext, 'news'>;

function drawSuggestions(
  page: HTMLElement,
  suggestions: Progress['suggestions'],
  { state, wording }: Context,
): void {
  const links = suggestions
    .slice(0, mostSuggestions)
    .map(({ word, instead }) => linkTo(state, state.text.replace(word, instead)));
  const [before = '', after = ''] = wording.words.didYouMean.split('{words}');
  const asking = wording.list(links, 'disjunction');
  part(page, 'suggestions').replaceChildren(
    ...(links.length > 0 ? [before, ...asking, after] : []),
  );
}

function drawWider(
  page: HTMLElement,
  progress: Progress | undefined,
  { state, wording }: Context,
): void {
  const section = part(page, 'wider');
  section.hidden = !progress || progress.wider.length === 0;
  if (!progress || section.hidden) return;
  part(section, 'wider-why').textContent = sayWhyWider(progress, wording);
  part(section, 'wider-queries').replaceChildren(
    ...progress.wider.map((wider) => {
      const item = document.createElement('li');
      item.append(linkTo(state, wider.text, sayWider(wider, wording)));
      return item;
    }),
  );
}

function linkTo(state: SearchState, text: string, said = text): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = printState({ ...state, text });
  link.textContent = said;
  return link;
}

/** Says why there is no search at all. Returns what it says. */
export function drawFailure(page: HTMLElement, reason: Unopened, { words }: Wording): string {
  const text = {
    unreachable: words.unreachable,
    renewed: words.reloadRenewed,
    'no-script': words.reloadScript,
  }[reason];
  const said = [navigator.onLine ? '' : words.offline, text].filter(Boolean).join(' ');
  const failure = part(page, 'failure');
  failure.hidden = false;
  part(failure, 'failure-text').textContent = said;
  part(page, 'retry').hidden = reason !== 'unreachable';
  part(page, 'reload').hidden = reason !== 'renewed' && reason !== 'no-script';
  return said;
}
