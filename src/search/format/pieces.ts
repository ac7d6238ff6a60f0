// A long run of bytes is published as files of a limited size, *pieces*: hosts limit the size of a file, and one that sends no parts of
// files sends a whole piece. A part that is asked for never lies in two pieces, unless it is larger than one.

/** How large a piece is at most where its parts allow it, in bytes. */
export const pieceBytes = { directory: 131_072, lists: 1_048_576 };

/** Where a part lies: in which piece, and from which byte on. */
export interface PiecePlace {
  piece: number;
  start: number;
}

/** Lays parts one behind the other into pieces. */
export function layOut(lengths: readonly number[], most: number): PiecePlace[] {
  let piece = 0;
  let start = 0;
  return lengths.map((length) => {
    if (start > 0 && start + length > most) {
      piece++;
      start = 0;
    }
    start += length;
    return { piece, start: start - length };
  });
}
