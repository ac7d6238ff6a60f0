// What was made of a page is remembered by the digest of its bytes, which the record of the site has: of a page that is as it
// was, nothing is read.

import { readSealed, writeSealed } from '../disk/sealed-file.ts';

export interface PageMemory {
  /** What is made of a page, from memory where a page with these bytes was here before. */
  read(page: string, make: () => string): string;
  /** Keeps what was asked for since the memory was opened, and forgets the rest. */
  save(): void;
}

/**
 * Opens a memory that is kept in a file.
 *
 * @param maker a digest of the code that makes the values: another maker's memory is not used
 * @param digestOf the digest of a page's bytes, by its path in the site
 */
export function openPageMemory(
  file: string,
  maker: string,
  digestOf: (page: string) => string | undefined,
): PageMemory {
  const text = readSealed(file, maker) ?? '';
  const known = new Map(text.split('\n').map((line) => line.split('\t') as [string, string]));
  const asked = new Map<string, string>();
  return {
    read(page, make) {
      const digest = digestOf(page);
      if (digest === undefined) return make();
      const value = asked.get(digest) ?? known.get(digest) ?? make();
      asked.set(digest, value);
      return value;
    },
    save() {
      const lines = [...asked].map(([digest, value]) => `${digest}\t${value}`).toSorted();
      if (lines.join('\n') !== text) writeSealed(file, maker, lines.join('\n'));
    },
  };
}
