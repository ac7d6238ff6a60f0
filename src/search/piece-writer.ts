import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { layOut } from './format/pieces.ts';

/** Hosts limit the size of a file, some to 25 MB; nothing that is published comes near. */
const mostBytes = 16 * 1024 * 1024;

/**
 * Writes parts one behind the other as files `NAME0`, `NAME1` ….
 *
 * @param most how large a file is at most where its parts allow it, in bytes
 * @throws RangeError for a part that no host takes
 */
export function writePieces(
  folder: string,
  name: string,
  parts: readonly Uint8Array[],
  most: number,
): void {
  const pieces: Uint8Array[][] = [];
  const places = layOut(
    parts.map(({ length }) => length),
    most,
  );
  for (const [i, { piece }] of places.entries())
    (pieces[piece] ??= []).push(parts[i] as Uint8Array);
  for (const [number, piece] of pieces.entries()) {
    const bytes = Buffer.concat(piece);
    if (bytes.length > mostBytes)
      throw new RangeError(`A part of the index is too large: ${bytes.length} bytes.`);
    writeFileSync(join(folder, `${name}${number}`), bytes);
  }
}
