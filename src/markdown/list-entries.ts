import type { ListItem, Parents } from 'mdast';
import { defaultHandlers, type Options } from 'remark-rehype';

type Handler = NonNullable<NonNullable<Options['handlers']>['listItem']>;

/** Lists by whether their entries stand in paragraphs. */
const loose = new WeakMap<Parents, boolean>();

function isLoose(list: Parents): boolean {
  let known = loose.get(list);
  if (known === undefined) {
    known = list.type === 'list' && (list.spread === true || list.children.some(isLooseEntry));
    loose.set(list, known);
  }
  return known;
}

const isLooseEntry = ({ spread, children }: ListItem): boolean => spread ?? children.length > 1;

/**
 * The handler of an entry for remark-rehype. Its own asks at each entry whether any entry of the list is loose; this one
 * looks the list over once.
 */
export const listItem: Handler = (state, entry: ListItem, list: Parents | undefined) =>
  defaultHandlers.listItem(
    state,
    { ...entry, spread: list ? isLoose(list) : isLooseEntry(entry) },
    undefined,
  );
