// Many names are divided as a card catalogue is: a drawer for each beginning, and where a drawer is too full, one for
// each longer beginning. One more name changes the drawers it stands in and no other, and no drawer ever goes while
// names are only added.

/** The names that begin alike. */
export interface Drawer<T> {
  beginning: string;
  /** How many begin so, those in longer beginnings included. */
  count: number;
  /** All of them; where there are too many, those that have no longer beginning. */
  items: T[];
  /** Where there are too many: one for each longer beginning. */
  drawers: Drawer<T>[];
}

/**
 * Divides items by the beginnings of their names.
 *
 * @param items in any order, which they keep
 * @param beginningOf the beginning of an item at a step, from 0: each longer than the one before, or the same where the
 *   name has no more
 * @param most so many stay undivided
 */
export function divide<T>(
  items: readonly T[],
  beginningOf: (item: T, step: number) => string,
  most: number,
): Drawer<T>[] {
  return divideFrom(items, 0, beginningOf, most);
}

function divideFrom<T>(
  items: readonly T[],
  step: number,
  beginningOf: (item: T, step: number) => string,
  most: number,
): Drawer<T>[] {
  return [...Map.groupBy(items, (item) => beginningOf(item, step))].map(([beginning, alike]) => {
    if (alike.length <= most) return { beginning, count: alike.length, items: alike, drawers: [] };
    const isAtEnd = (item: T): boolean => beginningOf(item, step + 1) === beginning;
    return {
      beginning,
      count: alike.length,
      items: alike.filter(isAtEnd),
      drawers: divideFrom(
        alike.filter((item) => !isAtEnd(item)),
        step + 1,
        beginningOf,
        most,
      ),
    };
  });
}

/** All drawers, each before those in it, with the drawers it lies in, outermost first. */
export function* allDrawers<T>(
  drawers: readonly Drawer<T>[],
  above: readonly Drawer<T>[] = [],
): Generator<{ drawer: Drawer<T>; above: readonly Drawer<T>[] }> {
  for (const drawer of drawers) {
    yield { drawer, above };
    yield* allDrawers(drawer.drawers, [...above, drawer]);
  }
}
