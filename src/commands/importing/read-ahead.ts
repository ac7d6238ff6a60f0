import {
  isUnreadable,
  type Found,
  type Original,
  type Unreadable,
} from '../../originals/originals.ts';

/** Originals up to this size are read whole; larger ones in pieces, where their reader can. */
const wholeBytes = 16 * 1024 * 1024;

/** How many small originals are read while one is worked on. */
const ahead = 16;

export type Loaded =
  { original: Original; bytes: Uint8Array } | { original: Original; bytes: undefined } | Unreadable;

/**
 * Reads small originals ahead of their turn, and gives all back in their order. Nothing is looked for behind
 * a large one until it is done, because it may lie in an archive that is open for it.
 */
export async function* readAhead(found: AsyncIterator<Found>): AsyncGenerator<Loaded> {
  const queue: Promise<Loaded>[] = [];
  let ended = false;
  let blocked = false;
  while (true) {
    while (!ended && !blocked && queue.length < ahead) {
      const next = await found.next();
      if (next.done) ended = true;
      else {
        blocked = !isUnreadable(next.value) && next.value.size > wholeBytes;
        queue.push(load(next.value));
      }
    }
    const first = queue.shift();
    if (!first) return;
    yield await first;
    if (queue.length === 0) blocked = false;
  }
}

async function load(found: Found): Promise<Loaded> {
  if (isUnreadable(found)) return found;
  if (found.size > wholeBytes) return { original: found, bytes: undefined };
  try {
    return { original: found, bytes: await found.read() };
  } catch (error) {
    return { path: found.path, reason: 'unreadable', detail: (error as Error).message };
  }
}
