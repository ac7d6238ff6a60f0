// Every piece that a browser asks for begins with a checksum of the rest, four bytes, the lowest first: what a host garbled, cut
// off or answered with a page of its own is known and not taken for an answer.

import { fnv1a } from './bytes.ts';

const encoder = new TextEncoder();

const checksum = (bytes: Uint8Array, owner: string): number =>
  fnv1a(bytes, fnv1a(encoder.encode(owner)));

/** @param owner what the bytes belong to: those of another are known as well */
export function seal(bytes: Uint8Array, owner = ''): Uint8Array<ArrayBuffer> {
  const sealed = new Uint8Array(bytes.length + sealBytes);
  new DataView(sealed.buffer).setUint32(0, checksum(bytes, owner), true);
  sealed.set(bytes, sealBytes);
  return sealed;
}

/** How many bytes a seal adds. */
export const sealBytes = 4;

/** @throws RangeError where the bytes are not what was sealed, or of another owner */
export function unseal(sealed: Uint8Array<ArrayBuffer>, owner = ''): Uint8Array<ArrayBuffer> {
  const bytes = sealed.subarray(sealBytes);
  const expected = new DataView(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  if (sealed.length < sealBytes || expected.getUint32(0, true) !== checksum(bytes, owner)) {
    throw new RangeError('A piece of the index is damaged.');
  }
  return bytes;
}
