// Every piece that a browser asks for begins with a checksum of the rest, four bytes, the lowest first: what a host garbled, cut
// off or answered with a page of its own is known and not taken for an answer.

/** FNV-1a (Fowler, Noll, Vo) of bytes, in 32 bits. */
function checksum(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}

export function seal(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const sealed = new Uint8Array(bytes.length + sealBytes);
  new DataView(sealed.buffer).setUint32(0, checksum(bytes), true);
  sealed.set(bytes, sealBytes);
  return sealed;
}

/** How many bytes a seal adds. */
export const sealBytes = 4;

/** @throws RangeError where the bytes are not what was sealed */
export function unseal(sealed: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const bytes = sealed.subarray(sealBytes);
  const expected = new DataView(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  if (sealed.length < sealBytes || expected.getUint32(0, true) !== checksum(bytes)) {
    throw new RangeError('A piece of the index is damaged.');
  }
  return bytes;
}
