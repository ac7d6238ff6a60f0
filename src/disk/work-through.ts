/**
 * Works through items, several at a time. At the first failure no other is begun; those that have begun are waited
 * for, so that nothing goes on behind the caller's back, and the failure is thrown.
 */
export async function workThrough<T>(
  items: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  let next = 0;
  const failures: unknown[] = [];
  const loop = async (): Promise<void> => {
    while (next < items.length && failures.length === 0) {
      try {
        await work(items[next++] as T);
      } catch (error) {
        failures.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, loop));
  if (failures.length > 0) throw failures[0];
}
