import { gzipSync } from 'node:zlib';

/** Compresses a value as JSON for the browser; the same value gives the same bytes on any machine. */
export function pack(value: unknown): Buffer {
  return withoutMachine(gzipSync(JSON.stringify(value), { level: 9 }));
}

/** The tenth byte of gzip names the operating system (RFC 1952 §2.3.1); 255 is unknown. */
function withoutMachine(bytes: Buffer): Buffer {
  bytes[9] = 255;
  return bytes;
}
