// How many of the found articles each section, topic, author and language has, with the ways to ask for one of
// them only, or without one.

import { printState, type SearchState } from './address.ts';
import { keepFocus } from './focus.ts';
import { copyOf, part } from './parts.ts';
import type { FactName } from './query.ts';
import type { Wording } from './wording.ts';

const shownAtFirst = 8;

const columns: readonly FactName[] = ['sections', 'tags', 'authors', 'languages'];

export interface FacetContext {
  state: SearchState;
  wording: Wording;
  /** How many of the found articles have each name. */
  count(column: FactName): Promise<{ name: string; count: number }[]>;
  /** Whether what is drawn is still of the search that is shown. */
  isWanted(): boolean;
}

/** Draws the counts of all columns, or that they could not be loaded. */
export async function drawFacets(panel: HTMLElement, context: FacetContext): Promise<void> {
  const summary = panel.querySelector('summary') ?? panel;
  let failed = false;
  for (const column of columns) {
    const counts = await context.count(column).catch(() => undefined);
    if (!context.isWanted()) return;
    failed ||= counts === undefined;
    keepFocus(
      panel,
      () => summary,
      () => drawFacet(panel, column, counts ?? [], context),
    );
  }
  part(panel, 'facets-failed').hidden = !failed;
}

/** The counts of one column, as links; what is chosen of it stands first, and is taken away there. */
function drawFacet(
  panel: HTMLElement,
  column: FactName,
  counts: readonly { name: string; count: number }[],
  { state, wording }: Pick<FacetContext, 'state' | 'wording'>,
): void {
  const group = part(panel, column);
  const chosen = state.facts.filter((fact) => fact.column === column);
  const offered = counts.filter(({ name }) => chosen.every((fact) => fact.name !== name));
  group.hidden = offered.length + chosen.length === 0;
  const draw = (some: typeof offered): HTMLElement[] =>
    some.map(({ name, count }) => drawRow(panel, { column, name, count }, { state, wording }));
  const list = part(group, 'names');
  list.replaceChildren(
    ...chosen.map((fact) => {
      const item = document.createElement('li');
      item.append(drawRemoval(fact, { state, wording }));
      return item;
    }),
    ...draw(offered.slice(0, shownAtFirst)),
  );
  const all = part<HTMLButtonElement>(group, 'all');
  all.hidden = offered.length <= shownAtFirst;
  all.textContent = wording.fill(wording.words.showAll, { count: wording.number(offered.length) });
  const showAll = (): void => {
    const rest = draw(offered.slice(shownAtFirst));
    list.append(...rest);
    group.querySelector('[data-part="all"]')?.toggleAttribute('hidden', true);
    rest[0]?.querySelector('a')?.focus();
  };
  // A copy has none of the listeners of the search before.
  const button = all.cloneNode(true);
  all.replaceWith(button);
  button.addEventListener('click', showAll);
}

function drawRow(
  panel: HTMLElement,
  row: { column: FactName; name: string; count: number },
  { state, wording }: { state: SearchState; wording: Wording },
): HTMLElement {
  const { column, name } = row;
  const shown = column === 'languages' ? wording.language(name) : name;
  const item = copyOf(panel, 'name');
  const include = part<HTMLAnchorElement>(item, 'include');
  include.textContent = shown;
  include.href = withFact(state, { column, name, exclude: false });
  part(item, 'number').textContent = wording.number(row.count);
  const exclude = part<HTMLAnchorElement>(item, 'exclude');
  exclude.href = withFact(state, { column, name, exclude: true });
  exclude.setAttribute('aria-label', wording.fill(wording.words.exclude, { name: shown }));
  exclude.title = wording.fill(wording.words.exclude, { name: shown });
  return item;
}

const withFact = (state: SearchState, fact: SearchState['facts'][number]): string =>
  printState({ ...state, facts: [...state.facts, fact] });

/** What has been chosen, each as a link that takes it away. */
export function drawChosen(
  list: HTMLElement,
  { state, wording }: { state: SearchState; wording: Wording },
): void {
  const titles = wording.words as unknown as Record<FactName, string>;
  list.replaceChildren(
    ...state.facts.map((fact) => {
      const item = document.createElement('li');
      const link = drawRemoval(fact, { state, wording });
      link.prepend(wording.fill(wording.words.labelled, { label: titles[fact.column], value: '' }));
      item.append(link);
      return item;
    }),
  );
  list.hidden = state.facts.length === 0;
}

/** A chosen fact as a link that takes it away. */
function drawRemoval(
  fact: SearchState['facts'][number],
  { state, wording }: { state: SearchState; wording: Wording },
): HTMLAnchorElement {
  const name = fact.column === 'languages' ? wording.language(fact.name) : fact.name;
  const link = document.createElement('a');
  link.className = 'chosen';
  link.href = printState({ ...state, facts: state.facts.filter((other) => other !== fact) }) || '?';
  const spoken = document.createElement('span');
  spoken.className = 'sr-only';
  spoken.textContent = ` (${wording.words.remove})`;
  link.append(fact.exclude ? wording.fill(wording.words.excluded, { name }) : name, spoken);
  return link;
}
