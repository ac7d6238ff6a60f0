// The browser's history of searches: each search that a reader made is one step back, with the place in its results.
// What is only being typed has one step for all its letters.

import { parseState, printState } from './address.ts';

/** Where the reader was in the list of results. */
export interface Place {
  /** How many results were listed. */
  shown: number;
  /** The first result in the window, by its id, and how far its top lay below the top of the window, in pixels. */
  id: string | undefined;
  top: number;
  /** How far the page was scrolled, in pixels: where no result was in the window. */
  scrolled: number;
}

interface Entry {
  /** Whether the search is still being typed. */
  isTyped?: boolean;
  place?: Place | undefined;
}

const entry = (): Entry => (history.state as Entry | null) ?? {};

/** The address as this page would print it. */
const address = (): string => printState(parseState(location.search));

const go = (how: 'pushState' | 'replaceState', to: string, kept: Entry): void =>
  history[how](kept, '', to || location.pathname);

/** Takes the search of the address for one that was made. Returns the place that the reader had in it. */
export function arrive(): Place | undefined {
  // The browser's own way of restoring comes before the results.
  history.scrollRestoration = 'manual';
  const { place } = entry();
  history.replaceState({ place }, '');
  return place;
}

/** A search was made: by Enter on what was typed, or by a choice. */
export function make(to: string, by: 'enter' | 'choice'): void {
  if (to === address()) history.replaceState({ ...entry(), isTyped: false }, '');
  else go(by === 'enter' && entry().isTyped ? 'replaceState' : 'pushState', to, {});
}

/** The reader goes on typing. */
export function type(to: string): void {
  if (to === address()) return;
  const [before, after] = [address(), to].map((query) => parseState(query).text);
  const goesOn = entry().isTyped === true && isSameText(before ?? '', after ?? '');
  go(goesOn ? 'replaceState' : 'pushState', to, { isTyped: true });
}

/** The reader has rested on what was typed: it was a search. */
export const rest = (): void => history.replaceState({ ...entry(), isTyped: false }, '');

/** Keeps the reader's place in the results. */
export const keepPlace = (place: Place): void => history.replaceState({ ...entry(), place }, '');

/** Places are kept so long after the last scroll. */
const scrollPauseMs = 100;

/** Keeps the reader's place as it changes, and when the page is left. */
export function followPlace(find: () => Place | undefined): void {
  let scrolling: ReturnType<typeof setTimeout> | undefined;
  const keep = (): void => {
    const place = find();
    if (place) keepPlace(place);
  };
  addEventListener('pagehide', keep);
  addEventListener('scroll', () => {
    clearTimeout(scrolling);
    scrolling = setTimeout(keep, scrollPauseMs);
  });
}

/** Whether a text is another in the making: they begin or end alike. What was empty is on its way to anything. */
function isSameText(before: string, after: string): boolean {
  if (before === '') return true;
  return after !== '' && (before[0] === after[0] || before.at(-1) === after.at(-1));
}
