// As much of CBOR (RFC 8949) as Pagefind's files use: whole numbers, text, and arrays of known length.

export type Cbor = number | string | Cbor[];

/** Reads one value after the other. */
export class CborReader {
  private readonly bytes: Uint8Array;
  private readonly view: DataView;
  private at = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** The number of items of the array that begins here. */
  arrayLength(): number {
    return this.head(4);
  }

  text(): string {
    const length = this.head(3);
    this.at += length;
    return decoder.decode(this.bytes.subarray(this.at - length, this.at));
  }

  integer(): number {
    return (this.bytes[this.at] ?? 0) >> 5 === 1 ? -1 - this.head(1) : this.head(0);
  }

  value(): Cbor {
    switch ((this.bytes[this.at] ?? 0) >> 5) {
      case 3:
        return this.text();
      case 4:
        return Array.from({ length: this.arrayLength() }, () => this.value());
      default:
        return this.integer();
    }
  }

  /** Reads the head of an item of a major type. Returns its argument (RFC 8949 §3). */
  private head(major: number): number {
    const first = this.bytes[this.at++] ?? 0;
    const size = first & 0b11111;
    if (first >> 5 !== major || size > 26) throw new Error(`Not as expected: CBOR item ${first}.`);
    if (size < 24) return size;
    const width = 1 << (size - 24);
    this.at += width;
    const from = this.at - width;
    if (width === 1) return this.view.getUint8(from);
    return width === 2 ? this.view.getUint16(from) : this.view.getUint32(from);
  }
}

const decoder = new TextDecoder();
const encoder = new TextEncoder();

/** Writes a value. Its numbers are whole and not negative. */
export function printCbor(value: Cbor): Uint8Array<ArrayBuffer> {
  const bytes: number[] = [];
  const head = (major: number, number: number): void => {
    if (number < 24) bytes.push((major << 5) | number);
    else if (number < 0x100) bytes.push((major << 5) | 24, number);
    else if (number < 0x1_0000) bytes.push((major << 5) | 25, number >> 8, number & 255);
    else {
      const wide = [24, 16, 8, 0].map((shift) => (number >>> shift) & 255);
      bytes.push((major << 5) | 26, ...wide);
    }
  };
  const put = (item: Cbor): void => {
    if (typeof item === 'number') head(0, item);
    else if (typeof item === 'string') {
      const text = encoder.encode(item);
      head(3, text.length);
      for (const byte of text) bytes.push(byte);
    } else {
      head(4, item.length);
      for (const part of item) put(part);
    }
  };
  put(value);
  return Uint8Array.from(bytes);
}
