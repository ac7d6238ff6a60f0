// The whole state of a search stands in its address, short enough to read:
// /search/?q=moon+landing&from=1966&to=1972&section=Science&topic=-film&order=newest

import { ends, readLimits, type Limits } from './limits.ts';
import type { ChosenFacet, Order, SearchRequest } from './progress.ts';
import type { FacetName } from './query.ts';

export interface SearchState extends Limits {
  text: string;
  order: Order;
  facets: ChosenFacet[];
  /** Whether bars show the share of all articles, or their number. */
  measure: 'share' | 'count';
}

const names: readonly [parameter: string, facet: FacetName][] = [
  ['section', 'sections'],
  ['topic', 'tags'],
  ['author', 'authors'],
  ['lang', 'languages'],
];

/** Reads the state from an address's query; what cannot be read is as in a new search. */
export function parseState(query: string): SearchState {
  const parameters = new URLSearchParams(query);
  const order = parameters.get('order');
  const facets = names.flatMap(([parameter, facet]) =>
    parameters.getAll(parameter).map((value): ChosenFacet => {
      const exclude = value.startsWith('-');
      return { facet, name: exclude ? value.slice(1) : value, exclude };
    }),
  );
  return {
    text: parameters.get('q') ?? '',
    order: order === 'newest' || order === 'oldest' ? order : 'relevance',
    ...readLimits({ from: parameters.get('from') ?? '', to: parameters.get('to') ?? '' }),
    facets: facets.filter(({ name }) => name !== ''),
    measure: parameters.get('show') === 'share' ? 'share' : 'count',
  };
}

/** Prints the state as an address's query, with what differs from a new search only; empty for a new search. */
export function printState(state: SearchState): string {
  const parameters = new URLSearchParams();
  if (state.text.trim() !== '') parameters.set('q', state.text.trim());
  for (const end of ends) if (state[end] !== '') parameters.set(end, state[end]);
  for (const [parameter, facet] of names) {
    for (const { name, exclude } of state.facets.filter((chosen) => chosen.facet === facet)) {
      parameters.append(parameter, exclude ? `-${name}` : name);
    }
  }
  if (state.order !== 'relevance') parameters.set('order', state.order);
  if (state.measure !== 'count') parameters.set('show', state.measure);
  const printed = parameters.toString().replaceAll('%3A', ':').replaceAll('%22', '"');
  return printed === '' ? '' : `?${printed}`;
}

/** Whether a state asks for anything. */
export const asksForSomething = ({ text, from, to, facets }: SearchState): boolean =>
  text.trim() !== '' || from !== '' || to !== '' || facets.length > 0;

/** What a state asks of the search. @param relax whether other spellings are looked for */
export function requestOf(
  { text, order, from, to, facets }: SearchState,
  relax: boolean,
): SearchRequest {
  return {
    text,
    order: text.trim() === '' && order === 'relevance' ? 'newest' : order,
    from: from === '' ? undefined : from,
    to: to === '' ? undefined : to,
    facets,
    relax,
  };
}
