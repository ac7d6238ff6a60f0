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
export function openHost(fetchFile: typeof fetch): Host {
  const wholes = new Map<string, Promise<Bytes>>();
  /** Whether the host sends parts as they are asked for; true until it is known not to. */
  let sendsParts = true;

  const load = async (address: string, init?: RequestInit): Promise<Response> => {
    // A connection that was kept open may be closed at the moment it is used again.
    const response = await fetchFile(address, init).catch(() => fetchFile(address, init));
    if (response.status === 404 || response.status === 410) throw new Missing(address);
    if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
    return response;
  };
  const loadWhole = async (address: string, init?: RequestInit): Promise<Bytes> =>
    bytesOf(await load(address, init));
  /** Reads a file; one that is damaged is fetched once more, past every cache. */
  const readWhole = async <T>(
    address: string,
    get: () => Promise<Bytes>,
    read: Read<T>,
  ): Promise<T> => {
    try {
      return await read(await get());
    } catch (cause) {
      if (cause instanceof Missing) throw new IndexFailure(address, cause);
    }
    try {
      return await read(await loadWhole(address, { cache: 'reload' }));
    } catch (cause) {
      throw new IndexFailure(address, cause);
    }
  };
  const readKept = async <T>(address: string, range: ByteRange, read: Read<T>): Promise<T> => {
    const { start, length } = range;
    const cut: Read<T> = (bytes) => {
      if (bytes.length < start + length) throw new Error('The file is too short.');
      return read(bytes.subarray(start, start + length));
    };
    let kept = wholes.get(address);
    if (!kept) wholes.set(address, (kept = loadWhole(address)));
    try {
      return await cut(await kept);
    } catch (cause) {
      wholes.delete(address);
      if (cause instanceof Missing) throw new IndexFailure(address, cause);
    }
    const again = loadWhole(address, { cache: 'reload' });
    wholes.set(address, again);
    try {
      return await cut(await again);
    } catch (cause) {
      wholes.delete(address);
      throw new IndexFailure(address, cause);
    }
  };
  /** Asks for a part; whether the host is to blame is told by whether it answered at all. */
  const askForPart = async <T>(
    address: string,
    { start, length }: ByteRange,
    read: Read<T>,
  ): Promise<{ value: T } | { answered: boolean }> => {
    let answered = false;
    try {
      const range = `bytes=${start}-${start + length - 1}`;
      // In Chromium, requests for parts of one address wait for each other: each part has an address of its own.
      const response = await load(`${address}?${start}-${length}`, { headers: { range } });
      answered = true;
      if (response.status === 206) {
        const bytes = await bytesOf(response);
        if (isAsAsked(response, bytes, { start, length })) return { value: await read(bytes) };
      } else {
        wholes.set(address, bytesOf(response));
        wholes.get(address)?.catch(() => wholes.delete(address));
      }
    } catch (cause) {
      if (cause instanceof Missing) throw new IndexFailure(address, cause);
      console.warn(`A part of ${address} did not come as it was asked for.`, cause);
    }
    return { answered };
  };
  return {
    whole: (address, read, init) => readWhole(address, () => loadWhole(address, init), read),
    async part(address, range, read) {
      if (sendsParts && !wholes.has(address)) {
        const asked = await askForPart(address, range, read);
        if ('value' in asked) return asked.value;
        const value = await readKept(address, range, read);
        if (asked.answered) sendsParts = false;
        return value;
      }
      return readKept(address, range, read);
    },
  };
}

const bytesOf = async (response: Response): Promise<Bytes> =>
  new Uint8Array(await response.arrayBuffer());

/** `Content-Range: bytes 200-299/5000` (RFC 9110 §14.4); without it, the length alone must do. */
function isAsAsked(response: Response, bytes: Bytes, { start, length }: ByteRange): boolean {
  const range = /^bytes (\d+)-/.exec(response.headers.get('content-range') ?? '');
  return bytes.length === length && (range === null || Number(range[1]) === start);
}
