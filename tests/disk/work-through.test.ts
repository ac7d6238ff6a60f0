import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { workThrough } from '../../src/disk/work-through.ts';

test('every item is worked on once, no more of them at a time than is said', async () => {
  const seen: number[] = [];
  let running = 0;
  await workThrough([...Array(20).keys()], 3, async (item) => {
    expect(++running).toBeLessThanOrEqual(3);
    await delay(item % 4);
    running--;
    seen.push(item);
  });
  expect(seen.toSorted((a, b) => a - b)).toEqual([...Array(20).keys()]);
});

test('after the first failure nothing is begun, and what has begun is waited for', async () => {
  const begun: number[] = [];
  const ended: number[] = [];
  const run = workThrough([...Array(50).keys()], 4, async (item) => {
    begun.push(item);
    await delay(item === 2 ? 5 : 30);
    if (item === 2) throw new Error('the third fails');
    if (item === 3) throw new Error('and so does the fourth, later');
    ended.push(item);
  });
  await expect(run).rejects.toThrow('the third fails');
  expect(begun).toEqual([0, 1, 2, 3]);
  expect(ended).toEqual([0, 1]);
  await delay(50);
  expect(begun).toHaveLength(4);
});
