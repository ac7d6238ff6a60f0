/** What comes before and after something in time, of what there is. */
export interface Neighbours<T> {
  older: T | undefined;
  newer: T | undefined;
}

/**
 * Finds what stands before and after each item of a list.
 *
 * @param newestFirst in the order of time, newest first
 * @returns one entry for each item
 */
export function findNeighbours<T>(newestFirst: readonly T[]): Map<T, Neighbours<T>> {
  return new Map(
    newestFirst.map((item, i) => [item, { newer: newestFirst[i - 1], older: newestFirst[i + 1] }]),
  );
}
