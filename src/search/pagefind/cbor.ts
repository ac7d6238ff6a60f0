// As much of CBOR (RFC 8949) as Pagefind's files use: whole numbers, text, and arrays of known length.

type Cbor = number | string | Cbor[];

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
