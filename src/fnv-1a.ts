/**
 * The hash of a text, FNV-1a over its UTF-16 units (RFC 9923).
 *
 * @returns a whole number of 32 bits, 0 or more
 */
export function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
