/** The first bytes of files that are never text, and what they are. */
const signatures: readonly (readonly [string, readonly number[]])[] = [
  ['a PNG picture', [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG picture', [0xff, 0xd8, 0xff]],
  ['a GIF picture', [0x47, 0x49, 0x46, 0x38]],
  ['a PDF document', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['a zip archive or an office document', [0x50, 0x4b, 0x03, 0x04]],
  ['an old office document', [0xd0, 0xcf, 0x11, 0xe0]],
  ['a gzip archive', [0x1f, 0x8b]],
  ['a bzip2 archive', [0x42, 0x5a, 0x68]],
  ['a 7-Zip archive', [0x37, 0x7a, 0xbc, 0xaf]],
  ['an xz archive', [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ['a RAR archive', [0x52, 0x61, 0x72, 0x21, 0x1a]],
  ['a SQLite database', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20]],
  ['a RIFF sound, picture or film', [0x52, 0x49, 0x46, 0x46]],
  ['an MP4 film', [0x00, 0x00, 0x00, 0x18, 0x66, 0x74, 0x79, 0x70]],
  ['an MP4 film', [0x00, 0x00, 0x00, 0x20, 0x66, 0x74, 0x79, 0x70]],
  ['an RTF document', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
];

/** What a file is by its first bytes, when that is not text: `a PNG picture`. */
export function binaryKind(bytes: Uint8Array): string | undefined {
  return signatures.find(([, start]) => start.every((byte, i) => bytes[i] === byte))?.[0];
}

/** Text holds fewer control characters than this share, even where a program left some behind. */
const mostControls = 0.02;

/** Whether bytes are a picture, a program or anything else but text. */
export function looksBinary(bytes: Uint8Array): boolean {
  if (binaryKind(bytes)) return true;
  const sample = bytes.subarray(0, 65_536);
  let controls = 0;
  for (const byte of sample) {
    const isControl =
      byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27;
    if (isControl) controls++;
  }
  return controls > Math.max(8, sample.length * mostControls);
}
