// How many of the found articles each section, topic, author and language has, with the ways to ask for one of
// them only, or without one.

import { printState, type SearchState } from './address.ts';
import { keepFocus } from './focus.ts';
import { copyOf, part } from './parts.ts';
import { facetNames, type FacetName } from '../../search/format/facets.ts';
import type { Wording } from './wording.ts';

const shownAtFirst = 8;

export interface FacetContext {
  state: SearchState;
  wording: Wording;
  /** How many of the found articles have each name. */
  count(facet: FacetName): Promise<{ name: string; count: number }[]>;
  /** Whether what is drawn is still of the search that is shown. */
  isWanted(): boolean;
}

/** Draws the counts of all facets, or that they could not be loaded. */
export async function drawFacets(panel: HTMLElement, context: FacetContext): Promise<void> {
  const summary = panel.querySelector('summary') ?? panel;
  let failed = false;
  for (const facet of facetNames) {
    const counts = await context.count(facet).catch(() => undefined);
    if (!context.isWanted()) return;
    failed ||= counts === undefined;
    keepFocus(
      panel,
      () => summary,
      () => drawFacet(panel, facet, counts ?? [], context),
    );
  }
  part(panel, 'facets-failed').hidden = !failed;
}

/** The counts of one facet, as links; what is chosen of it stands first, and is taken away there. */
function drawFacet(
  panel: HTMLElement,
  facet: FacetName,
  counts: readonly { name: string; count: number }[],
  { state, wording }: Pick<FacetContext, 'state' | 'wording'>,
): void {
  const group = part(panel, facet);
  const chosen = state.facets.filter((other) => other.facet === facet);
  const offered = counts.filter(({ name }) => chosen.every((other) => other.name !== name));
  group.hidden = offered.length + chosen.length === 0;
  const draw = (some: typeof offered): HTMLElement[] =>
    some.map(({ name, count }) => drawRow(panel, { facet, name, count }, { state, wording }));
  const list = part(group, 'names');
  list.replaceChildren(
    ...chosen.map((one) => {
      const item = document.createElement('li');
      item.append(drawRemoval(one, { state, wording }));
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
  row: { facet: FacetName; name: string; count: number },
  { state, wording }: { state: SearchState; wording: Wording },
): HTMLElement {
  const { facet, name } = row;
  const shown = facet === 'languages' ? wording.language(name) : name;
  const item = copyOf(panel, 'name');
  const include = part<HTMLAnchorElement>(item, 'include');
  include.textContent = shown;
  include.href = withFacet(state, { facet, name, exclude: false });
  part(item, 'number').textContent = wording.number(row.count);
  const exclude = part<HTMLAnchorElement>(item, 'exclude');
  exclude.href = withFacet(state, { facet, name, exclude: true });
  exclude.setAttribute('aria-label', wording.fill(wording.words.exclude, { name: shown }));
  exclude.title = wording.fill(wording.words.exclude, { name: shown });
  return item;
}

const withFacet = (state: SearchState, chosen: SearchState['facets'][number]): string =>
  printState({ ...state, facets: [...state.facets, chosen] });

/** What has been chosen, each as a link that takes it away. */
export function drawChosen(
  list: HTMLElement,
  { state, wording }: { state: SearchState; wording: Wording },
): void {
  const titles = wording.words as unknown as Record<FacetName, string>;
  list.replaceChildren(
    ...state.facets.map((chosen) => {
      const item = document.createElement('li');
      const link = drawRemoval(chosen, { state, wording });
      link.prepend(
        wording.fill(wording.words.labelled, { label: titles[chosen.facet], value: '' }),
      );
      item.append(link);
      return item;
    }),
  );
  list.hidden = state.facets.length === 0;
}

/** A chosen name as a link that takes it away. */
function drawRemoval(
  chosen: SearchState['facets'][number],
  { state, wording }: { state: SearchState; wording: Wording },
): HTMLAnchorElement {
  const name = chosen.facet === 'languages' ? wording.language(chosen.name) : chosen.name;
  const link = document.createElement('a');
  link.className = 'chosen';
  link.href =
    printState({ ...state, facets: state.facets.filter((other) => other !== chosen) }) || '?';
  const spoken = document.createElement('span');
  spoken.className = 'sr-only';
  spoken.textContent = ` (${wording.words.remove})`;
  link.append(chosen.exclude ? wording.fill(wording.words.excluded, { name }) : name, spoken);
  return link;
}
