/**
 * Makes ids that no other element of a text has. Of a thousand equal paragraphs each is counted once: how far the
 * counting of an id has come is remembered.
 */
export class DistinctIds {
  private readonly taken = new Set<string>();
  private readonly counts = new Map<string, number>();

  /** Keeps an id for the one that has it. */
  take(id: string): void {
    this.taken.add(id);
  }

  has(id: string): boolean {
    return this.taken.has(id);
  }

  /** The id itself where it is free, else the first of `id-2`, `id-3` … that is; it is taken from now on. */
  make(id: string): string {
    return this.taken.has(id) ? this.number(id, 2) : this.keep(id);
  }

  /** The first of `id-1`, `id-2` … that is free; it is taken from now on. */
  number(id: string, first = 1): string {
    let count = this.counts.get(id) ?? first;
    while (this.taken.has(`${id}-${count}`)) count++;
    this.counts.set(id, count + 1);
    return this.keep(`${id}-${count}`);
  }

  private keep(id: string): string {
    this.taken.add(id);
    return id;
  }
}
