// Text that was encoded as UTF-8, read as windows-1252 and encoded again shows "â€™" for ’ and "Ã©" for é.
// Each such run of characters, put back into the bytes it was read from, is valid UTF-8: that is the proof.

/** The characters of windows-1252 for the bytes 0x80 to 0xFF; its five gaps are the C1 controls themselves. */
const highCharacters = new TextDecoder('windows-1252').decode(
  Uint8Array.from({ length: 128 }, (_, i) => i + 128),
);

const byteOf = new Map(Array.from(highCharacters, (character, i) => [character, i + 128]));

const escaped = highCharacters.replace(/[\]\\^-]/g, '\\$&');
const runs = new RegExp(`[\\u00C2-\\u00F4][${escaped}\\u0080-\\u009F]{1,}`, 'gu');

const utf8 = new TextDecoder('utf-8', { fatal: true });

export interface DoubleEncoding {
  /** How many runs were found. */
  count: number;
  /** One of them as it stands, and as it should be. */
  example: { written: string; meant: string };
  /** The text with all of them put right. */
  fixed: string;
}

/** Finds text that was encoded as UTF-8 twice; none where there is no such run. */
export function findDoubleEncoding(text: string): DoubleEncoding | undefined {
  let count = 0;
  let example: DoubleEncoding['example'] | undefined;
  const fixed = text.replace(runs, (run) => {
    const meant = decodeRun(run);
    if (meant === undefined) return run;
    count++;
    example ??= { written: run, meant };
    return meant;
  });
  return example && { count, example, fixed };
}

/** Decodes the longest valid beginning of a run; characters behind it stay. */
function decodeRun(run: string): string | undefined {
  const characters = Array.from(run);
  for (let end = characters.length; end >= 2; end--) {
    const bytes = characters.slice(0, end).map((c) => byteOf.get(c) ?? c.codePointAt(0) ?? 0);
    if (bytes.some((byte) => byte > 255)) continue;
    try {
      return utf8.decode(Uint8Array.from(bytes)) + characters.slice(end).join('');
    } catch {
      // Not UTF-8 as a whole; a shorter piece may be.
    }
  }
  return undefined;
}
