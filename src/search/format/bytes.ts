// Numbers and texts as bytes and bits. Whole numbers are varints, seven bits a byte, the lowest first; lists that are fetched
// often are bits, with Rice's code for what is mostly small (R. F. Rice, "Some practical universal noiseless coding
// techniques", 1979).

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Bytes that grow as they are written. */
export class ByteWriter {
  private bytes = new Uint8Array(32);
  length = 0;

  private reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.length + more));
    larger.set(this.bytes.subarray(0, this.length));
    this.bytes = larger;
  }

  /** Begins anew, with the room there is: to make a writer costs more than a word's list. */
  clear(): this {
    this.length = 0;
    return this;
  }

  byte(value: number): void {
    if (this.length === this.bytes.length) this.reserve(1);
    this.bytes[this.length++] = value;
  }

  /** A whole number from 0 up to 2^53 − 1. */
  varint(value: number): void {
    let rest = value;
    while (rest > 127) {
      this.byte((rest % 128) | 128);
      rest = Math.floor(rest / 128);
    }
    this.byte(rest);
  }

  raw(bytes: Uint8Array): void {
    this.reserve(bytes.length);
    this.bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** Bytes after their number. */
  counted(bytes: Uint8Array): void {
    this.varint(bytes.length);
    this.raw(bytes);
  }

  text(text: string): void {
    const { length } = this;
    if (text.length > 127 || !this.ascii(text)) {
      this.length = length;
      this.counted(encoder.encode(text));
    }
  }

  /** Writes a short text after its length, where all of it is ASCII; most words are. */
  private ascii(text: string): boolean {
    this.reserve(text.length + 1);
    this.bytes[this.length++] = text.length;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code > 127) return false;
      this.bytes[this.length++] = code;
    }
    return true;
  }

  /** What has been written, to be read before anything else is. */
  get written(): Uint8Array {
    return this.bytes.subarray(0, this.length);
  }

  /** A copy of what has been written. */
  finish(): Uint8Array<ArrayBuffer> {
    return this.bytes.slice(0, this.length);
  }
}

/** Reads what a `ByteWriter` wrote. */
export class ByteReader {
  private readonly bytes: Uint8Array<ArrayBuffer>;
  at = 0;

  constructor(bytes: Uint8Array<ArrayBuffer>) {
    this.bytes = bytes;
  }

  get isAtEnd(): boolean {
    return this.at >= this.bytes.length;
  }

  byte(): number {
    const byte = this.bytes[this.at++];
    if (byte === undefined) throw new RangeError('The bytes end too early.');
    return byte;
  }

  varint(): number {
    const first = this.bytes[this.at];
    if (first !== undefined && first < 128) {
      this.at++;
      return first;
    }
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = this.byte();
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  }

  raw(length: number): Uint8Array<ArrayBuffer> {
    if (this.at + length > this.bytes.length) throw new RangeError('The bytes end too early.');
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  counted(): Uint8Array<ArrayBuffer> {
    return this.raw(this.varint());
  }

  text(): string {
    return decoder.decode(this.counted());
  }
}

/** Writes bits, the lowest of each byte first. */
export class BitWriter {
  private readonly out = new ByteWriter();
  private held = 0;
  private count = 0;

  /** Begins anew, see `ByteWriter`. */
  clear(): this {
    this.out.clear();
    this.held = this.count = 0;
    return this;
  }

  /** The lowest `width` bits of a number, at most 24 of them. */
  bits(value: number, width: number): void {
    this.held |= value << this.count;
    this.count += width;
    while (this.count >= 8) {
      this.out.byte(this.held & 255);
      this.held >>>= 8;
      this.count -= 8;
    }
  }

  /** A number in Rice's code: the quotient by 2^k as ones, a nought, the rest in k bits. */
  rice(value: number, k: number): void {
    let quotient = Math.floor(value / 2 ** k);
    for (; quotient >= 16; quotient -= 16) this.bits(0xffff, 16);
    this.bits((1 << quotient) - 1, quotient + 1);
    if (k > 0) this.bits(value & ((1 << k) - 1), k);
  }

  /** What has been written, to be read before anything else is; the last byte is filled with noughts. */
  get written(): Uint8Array {
    if (this.count > 0) this.bits(0, 8 - this.count);
    return this.out.written;
  }

  /** A copy of it. */
  finish(): Uint8Array<ArrayBuffer> {
    return this.written.slice();
  }
}

/** Reads what a `BitWriter` wrote. */
export class BitReader {
  private readonly bytes: Uint8Array;
  /** The place of the next bit. */
  private at: number;

  constructor(bytes: Uint8Array, start = 0) {
    this.bytes = bytes;
    this.at = start * 8;
  }

  bits(width: number): number {
    let value = 0;
    for (let got = 0; got < width;) {
      const byte = this.bytes[this.at >>> 3];
      if (byte === undefined) throw new RangeError('The bits end too early.');
      const shift = this.at & 7;
      const take = Math.min(8 - shift, width - got);
      value |= ((byte >>> shift) & ((1 << take) - 1)) << got;
      got += take;
      this.at += take;
    }
    return value;
  }

  rice(k: number): number {
    let quotient = 0;
    while (this.bits(1) === 1) quotient++;
    return quotient * 2 ** k + this.bits(k);
  }

  /** The place of the first byte that has not been begun. */
  get byteAfter(): number {
    return (this.at + 7) >>> 3;
  }
}

/** The `k` of Rice's code that suits numbers of a mean. */
export const riceParameter = (mean: number): number =>
  Math.max(0, Math.min(20, Math.floor(Math.log2(Math.max(1, mean * Math.LN2)))));

/**
 * FNV-1a of bytes in 32 bits (Fowler, Noll, Vo: RFC 9923).
 *
 * @param before the hash of what stands before them
 */
export function fnv1a(bytes: Uint8Array, before = 0x811c9dc5): number {
  let hash = before;
  // By index: this takes in every byte of the index, and an iterator takes four times as long.
  for (let i = 0; i < bytes.length; i++) hash = Math.imul(hash ^ (bytes[i] as number), 0x01000193);
  return hash >>> 0;
}
