// Finds one file in the manifest, which has megabytes in a large archive: its lines stand in the order of paths, so a few
// parts of it are enough.

/** A part of a file, or all of it where the host gives no parts. */
export interface Part {
  bytes: Uint8Array;
  /** The length of the whole file, in bytes. */
  total: number;
}

/** In bytes; a line is far shorter. */
const partLength = 4096;

interface Line {
  digest: string;
  path: string;
  /** Where it begins, in bytes from the beginning of the part. */
  at: number;
}

/**
 * Finds the SHA-256 that a manifest gives for a file; none where it does not list the file.
 *
 * @param path relative to the site, without a backslash or a line break
 * @param ask gives bytes from one place to before another
 * @throws Error where the manifest is exchanged meanwhile
 */
export async function findDigest(
  path: string,
  ask: (from: number, to: number) => Promise<Part>,
): Promise<string | undefined> {
  const first = await ask(0, partLength);
  const { total } = first;
  const digestIn = ({ bytes }: Part): string | undefined =>
    linesOf(bytes).find((line) => line.path === path)?.digest;
  if (first.bytes.length >= total) return digestIn(first);
  let [low, high] = [0, total];
  while (high - low > partLength) {
    const middle = Math.floor((low + high) / 2);
    const part = await ask(middle, Math.min(middle + partLength, total));
    if (part.total !== total) throw new Error('The manifest has changed.');
    if (part.bytes.length >= total) return digestIn(part);
    // What comes first may be the end of a line.
    const [, line] = linesOf(part.bytes);
    if (line === undefined || line.path > path) high = middle;
    else low = middle + line.at;
  }
  // A line that begins before `high` ends within one part behind it.
  return digestIn(await ask(low, Math.min(high + partLength, total)));
}

/** The lines of a part; the first may be the end of one, and is then without a digest. */
function linesOf(bytes: Uint8Array): Line[] {
  const lines: Line[] = [];
  const decoder = new TextDecoder();
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf(10, at);
    if (end < 0) break;
    const [, digest = '', path = ''] =
      /^\\?([0-9a-f]{64}) {2}(.+)$/.exec(decoder.decode(bytes.subarray(at, end))) ?? [];
    lines.push({ digest, path, at });
    at = end + 1;
  }
  return lines;
}
