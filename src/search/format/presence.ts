// Which words a shard has at all, and which beside each other, as a Bloom filter in blocks: what it denies is
// certainly not there, what it does not deny nearly always is. The browser reads one block for each word, a few
// bytes, and so never opens a shard that cannot hold what is looked for.
// After F. Putze, P. Sanders, J. Singler, "Cache-, Hash- and Space-Efficient Bloom Filters", 2007.

/** The size of a block in bytes; each word or pair has its bits in one. Its end is a check sum of it and its place. */
export const blockBytes = 64;
const sumBytes = 4;
const bitsInBlock = (blockBytes - sumBytes) * 8;
const bitsPerKey = 8;
const bitsSet = 4;

/** How many blocks a filter of so many keys has. */
export const blocksFor = (keys: number): number =>
  Math.max(1, Math.ceil((keys * bitsPerKey) / bitsInBlock));

/** The key of a word, as the index has it: a number of 32 bits (FNV-1a, with the last mixing of MurmurHash3). */
export function wordKey(stem: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < stem.length; i++) hash = Math.imul(hash ^ stem.charCodeAt(i), 0x01000193);
  return mix(hash);
}

/** The key of two words beside each other. */
export const pairKey = (first: number, second: number): number =>
  mix(Math.imul(first, 0x9e3779b1) + second);

function mix(number: number): number {
  let hash = number;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Makes the filter of keys. */
export function printPresence(keys: Iterable<number>, blocks: number): Uint8Array {
  const bytes = new Uint8Array(blocks * blockBytes);
  for (const key of keys) {
    const start = blockOf(key, blocks) * blockBytes;
    for (const bit of bitsOf(key)) {
      const at = start + (bit >> 3);
      bytes[at] = (bytes[at] ?? 0) | (1 << (bit & 7));
    }
  }
  const view = new DataView(bytes.buffer);
  for (let block = 0; block < blocks; block++) {
    const start = block * blockBytes;
    const sum = sumOf(bytes.subarray(start, start + blockBytes - sumBytes), block);
    view.setUint32(start + blockBytes - sumBytes, sum, true);
  }
  return bytes;
}

/** @throws Error for what is not the block of that number */
export function checkBlock<T extends Uint8Array>(block: T, number: number): T {
  const view = new DataView(block.buffer, block.byteOffset, block.byteLength);
  const sum = view.getUint32(blockBytes - sumBytes, true);
  if (sumOf(block.subarray(0, blockBytes - sumBytes), number) !== sum) {
    throw new Error('A block of the filter is damaged.');
  }
  return block;
}

const sumOf = (bytes: Uint8Array, block: number): number =>
  bytes.reduce((sum, byte) => mix(sum + byte), mix(block + 1));

/** The block in which a key has its bits. */
export const blockOf = (key: number, blocks: number): number => key % blocks;

/** Whether a block does not deny a key. */
export const mayHave = (block: Uint8Array, key: number): boolean =>
  bitsOf(key).every((bit) => ((block[bit >> 3] ?? 0) & (1 << (bit & 7))) !== 0);

function bitsOf(key: number): number[] {
  const [one, other] = [mix(key ^ 0x5bd1e995), mix(key + 0x27d4eb2f)];
  return Array.from(
    { length: bitsSet },
    (_, i) => (i % 2 === 0 ? one : other) >>> (i < 2 ? 0 : 16),
  ).map((bits) => bits % bitsInBlock);
}
