// An inverted index in typed arrays: from each article to its terms, and from each term to its articles. At
// 100,000 articles it holds some four million entries in 50 MB; as maps and arrays they would take ten times that.

/** A term of an article: any whole number of 32 bits, and how much it counts there (1 to 255). */
export interface Entry {
  term: number;
  rank: number;
}

export interface TermIndex {
  /** The terms; below, a term is its place in this list. */
  terms: Int32Array;
  /** The articles of term `i` are `holders[starts[i]]` to before `holders[starts[i + 1]]`, in their own order. */
  starts: Uint32Array;
  holders: Uint32Array;
  /** How much the term counts for each holder. */
  ranks: Uint8Array;
  /** The entries of article `i` are those from `entryStarts[i]` to before `entryStarts[i + 1]`. */
  entryStarts: Uint32Array;
  entryTerms: Uint32Array;
  /** Where each entry stands in `holders`. */
  entryPlaces: Uint32Array;
}

/**
 * Builds the index.
 *
 * @param articles the entries of each article; a term that stands twice in one counts where it stands first
 */
export function buildTermIndex(articles: readonly (readonly Entry[])[]): TermIndex {
  const total = articles.reduce((sum, entries) => sum + entries.length, 0);
  const numbers = new TermNumbers(total);
  const entryStarts = new Uint32Array(articles.length + 1);
  const entryTerms = new Uint32Array(total);
  const entryRanks = new Uint8Array(total);
  let next = 0;
  articles.forEach((entries, article) => {
    const start = next;
    for (const { term, rank } of entries) {
      const number = numbers.of(term);
      if (stands(entryTerms, number, start, next)) continue;
      entryTerms[next] = number;
      entryRanks[next++] = rank;
    }
    entryStarts[article + 1] = next;
  });

  const terms = numbers.terms();
  const starts = new Uint32Array(terms.length + 1);
  for (let entry = 0; entry < next; entry++) {
    const after = (entryTerms[entry] as number) + 1;
    starts[after] = (starts[after] as number) + 1;
  }
  for (let i = 0; i < terms.length; i++) {
    starts[i + 1] = (starts[i + 1] as number) + (starts[i] as number);
  }

  const free = starts.slice();
  const holders = new Uint32Array(next);
  const ranks = new Uint8Array(next);
  const entryPlaces = new Uint32Array(next);
  for (let article = 0; article < articles.length; article++) {
    const end = entryStarts[article + 1] as number;
    for (let entry = entryStarts[article] as number; entry < end; entry++) {
      const term = entryTerms[entry] as number;
      const place = free[term] as number;
      free[term] = place + 1;
      holders[place] = article;
      ranks[place] = entryRanks[entry] as number;
      entryPlaces[entry] = place;
    }
  }
  return { terms, starts, holders, ranks, entryStarts, entryTerms, entryPlaces };
}

function stands(numbers: Uint32Array, number: number, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (numbers[i] === number) return true;
  return false;
}

/** Numbers terms in the order in which they come, by a hash table with open addressing. */
class TermNumbers {
  #count = 0;
  readonly #mask: number;
  readonly #slots: Uint32Array;
  readonly #terms: Int32Array;

  constructor(most: number) {
    const size = 2 ** Math.ceil(Math.log2(most * 2 + 2));
    this.#mask = size - 1;
    this.#slots = new Uint32Array(size);
    this.#terms = new Int32Array(most);
  }

  of(term: number): number {
    let slot = Math.imul(term, 0x9e3779b1) & this.#mask;
    for (;;) {
      const held = this.#slots[slot] as number;
      if (held === 0) {
        this.#terms[this.#count] = term;
        this.#slots[slot] = this.#count + 1;
        return this.#count++;
      }
      if (this.#terms[held - 1] === term) return held - 1;
      slot = (slot + 1) & this.#mask;
    }
  }

  terms(): Int32Array {
    return this.#terms.slice(0, this.#count);
  }
}
