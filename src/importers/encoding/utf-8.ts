// How much of a text is UTF-8 where not all of it is: one stray byte does not make it another encoding.

/** Counts of a text that was decoded as UTF-8. */
export interface Utf8Count {
  /** What follows the first bytes of characters beyond ASCII: each could be there by chance. */
  followers: number;
  /** Bytes that are no UTF-8. */
  faults: number;
}

/** Counts as bytes arrive, in as many pieces as they come. */
export class Utf8Counter {
  readonly count: Utf8Count = { followers: 0, faults: 0 };
  private readonly decoder = new TextDecoder('utf-8');

  add(piece: Uint8Array): void {
    this.countIn(this.decoder.decode(piece, { stream: true }));
  }

  end(): Utf8Count {
    this.countIn(this.decoder.decode());
    return this.count;
  }

  private countIn(text: string): void {
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === 0xfffd) this.count.faults++;
      else if (code >= 0x80) this.count.followers += code >= 0x800 ? 2 : 1;
    }
  }
}

export function countUtf8(bytes: Uint8Array): Utf8Count {
  const counter = new Utf8Counter();
  counter.add(bytes);
  return counter.end();
}

/** Text in another encoding has more faults than characters: this many to one are no chance. */
const fewestToAFault = 4;

/** Of a short text with a single fault two characters are enough. */
const fewestToOneFault = 2;

/** Whether a text is UTF-8 but for some stray bytes. */
export const isMostlyUtf8 = ({ followers, faults }: Utf8Count): boolean =>
  faults === 1
    ? followers >= fewestToOneFault
    : followers > 1 && followers >= faults * fewestToAFault;
