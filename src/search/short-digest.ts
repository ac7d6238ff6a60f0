import { hash } from 'node:crypto';

/** A digest of texts, for a name: the first 16 hexadecimal digits of their SHA-256. */
export const shortDigest = (parts: readonly string[]): string =>
  hash('sha256', parts.join('\n')).slice(0, 16);
