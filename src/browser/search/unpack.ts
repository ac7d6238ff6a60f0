import type { Bytes, Read } from './host.ts';

/** Decompresses bytes. The end of gzip has the length and a check sum of what was compressed (RFC 1952 §2.3.1). */
export async function decompress(bytes: Bytes, format: CompressionFormat): Promise<Bytes> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream(format));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Reads JSON that is compressed with gzip; some hosts have decompressed it on the way. */
async function unpack<T>(bytes: Bytes): Promise<T> {
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const text = new TextDecoder('utf-8', { fatal: true });
  return JSON.parse(text.decode(isPacked ? await decompress(bytes, 'gzip') : bytes)) as T;
}

/** `unpack`, for a host to read with. */
export const asJson = <T>(): Read<T> => unpack<T>;
