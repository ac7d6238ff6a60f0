/** Decodes UTF-32, which the platform does not know; what is no character becomes U+FFFD. */
export function decodeUtf32(bytes: Uint8Array, littleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pieces: string[] = [];
  for (let i = 0; i + 4 <= bytes.length; i += 4) {
    const point = view.getUint32(i, littleEndian);
    const isCharacter = point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
    if (i > 0 || point !== 0xfeff)
      pieces.push(isCharacter ? String.fromCodePoint(point) : '\uFFFD');
  }
  return pieces.join('');
}
