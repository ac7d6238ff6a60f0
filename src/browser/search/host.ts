// Fetches files, whole or in parts, from whatever host the archive lies on. Hosts send parts in ways of their own:
// some send the whole file, some refuse, some cut the part out of compressed bytes, some cut an answer short or send
// a page in the place of a file. So nothing is believed before it has been read: who asks hands over a reader that
// throws for bytes that are not what they should be, and then the whole file is fetched, and at last fetched past
// every cache.

export type Bytes = Uint8Array<ArrayBuffer>;

/** Makes of bytes what they stand for; throws where they are damaged. */
export type Read<T> = (bytes: Bytes) => T | Promise<T>;

/** Some bytes of a file. */
export interface ByteRange {
  start: number;
  length: number;
}

/** A part of the index that did not load, or is damaged. */
export class IndexFailure extends Error {
  readonly address: string;

  constructor(address: string, cause: unknown) {
    super(`${address} did not load`, { cause });
    this.address = address;
  }
}

export interface Host {
  /** Reads a file. */
  whole<T>(address: string, read: Read<T>, init?: RequestInit): Promise<T>;
  /** Reads a part of a file; where the host cannot send it alone, the whole file is fetched and kept. */
  part<T>(address: string, range: ByteRange, read: Read<T>): Promise<T>;
}

/** The answer of a host that is no answer: there is no such file (RFC 9110 §15.5.5, §15.5.11). */
class Missing extends Error {}

/** @param fetchFile as `fetch`. @throws IndexFailure (each of its methods) for what does not load or is damaged */
export const openHost = (fetchFile: typeof fetch): Host => new CautiousHost(fetchFile);

class CautiousHost implements Host {
  private readonly fetchFile: typeof fetch;
  private readonly wholes = new Map<string, Promise<Bytes>>();
  /** Whether the host sends parts as they are asked for; true until it is known not to. */
  private sendsParts = true;

  constructor(fetchFile: typeof fetch) {
    this.fetchFile = fetchFile;
  }

  /** Reads a file; one that is damaged is fetched once more, past every cache. */
  async whole<T>(address: string, read: Read<T>, init?: RequestInit): Promise<T> {
    try {
      return await read(await this.loadWhole(address, init));
    } catch (cause) {
      if (cause instanceof Missing) throw new IndexFailure(address, cause);
    }
    try {
      return await read(await this.loadWhole(address, { cache: 'reload' }));
    } catch (cause) {
      throw new IndexFailure(address, cause);
    }
  }

  async part<T>(address: string, range: ByteRange, read: Read<T>): Promise<T> {
    if (!this.sendsParts || this.wholes.has(address)) return this.readKept(address, range, read);
    const asked = await this.askForPart(address, range, read);
    if ('value' in asked) return asked.value;
    const value = await this.readKept(address, range, read);
    if (asked.answered) this.sendsParts = false;
    return value;
  }

  private async load(address: string, init?: RequestInit): Promise<Response> {
    const { fetchFile } = this;
    // A connection that was kept open may be closed at the moment it is used again.
    const response = await fetchFile(address, init).catch(() => fetchFile(address, init));
    if (response.status === 404 || response.status === 410) throw new Missing(address);
    if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
    return response;
  }

  private async loadWhole(address: string, init?: RequestInit): Promise<Bytes> {
    return bytesOf(await this.load(address, init));
  }

  /** Cuts a part out of a file that is fetched as a whole, and kept. */
  private async readKept<T>(
    address: string,
    { start, length }: ByteRange,
    read: Read<T>,
  ): Promise<T> {
    const cut: Read<T> = (bytes) => {
      if (bytes.length < start + length) throw new Error('The file is too short.');
      return read(bytes.subarray(start, start + length));
    };
    let kept = this.wholes.get(address);
    if (!kept) this.wholes.set(address, (kept = this.loadWhole(address)));
    try {
      return await cut(await kept);
    } catch (cause) {
      this.wholes.delete(address);
      if (cause instanceof Missing) throw new IndexFailure(address, cause);
    }
    const again = this.loadWhole(address, { cache: 'reload' });
    this.wholes.set(address, again);
    try {
      return await cut(await again);
    } catch (cause) {
      this.wholes.delete(address);
      throw new IndexFailure(address, cause);
    }
  }

  /** Asks for a part; whether the host is to blame is told by whether it answered at all. */
  private async askForPart<T>(
    address: string,
    { start, length }: ByteRange,
    read: Read<T>,
  ): Promise<{ value: T } | { answered: boolean }> {
    let answered = false;
    try {
      const range = `bytes=${start}-${start + length - 1}`;
      // In Chromium, requests for parts of one address wait for each other: each part has an address of its own.
      const response = await this.load(`${address}?${start}-${length}`, { headers: { range } });
      answered = true;
      if (response.status === 206) {
        const bytes = await bytesOf(response);
        if (isAsAsked(response, bytes, { start, length })) return { value: await read(bytes) };
      } else {
        const whole = bytesOf(response);
        this.wholes.set(address, whole);
        whole.catch(() => this.wholes.delete(address));
      }
    } catch (cause) {
      if (cause instanceof Missing) throw new IndexFailure(address, cause);
      console.warn(`A part of ${address} did not come as it was asked for.`, cause);
    }
    return { answered };
  }
}

const bytesOf = async (response: Response): Promise<Bytes> =>
  new Uint8Array(await response.arrayBuffer());

/** `Content-Range: bytes 200-299/5000` (RFC 9110 §14.4); without it, the length alone must do. */
function isAsAsked(response: Response, bytes: Bytes, { start, length }: ByteRange): boolean {
  const range = /^bytes (\d+)-/.exec(response.headers.get('content-range') ?? '');
  return bytes.length === length && (range === null || Number(range[1]) === start);
}
