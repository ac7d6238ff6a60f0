// Where the references of a Markdown text lead, for pieces of it that are read alone.

const definitionLine = /^ {0,3}\[([^\]^\n][^\]\n]*)\]:[ \t]*\S[^\n]*$/gm;

/** Where the references of a text lead, by their labels in lower case. */
export const definitionLines = (body: string): Map<string, string> =>
  new Map(
    [...body.matchAll(definitionLine)].map((match) => [(match[1] ?? '').toLowerCase(), match[0]]),
  );

/** A piece with the definitions its references need, which may stand in another piece. */
export function withDefinitions(piece: string, definitions: ReadonlyMap<string, string>): string {
  const labels = new Set(
    [...piece.matchAll(/\[([^[\]\n]+)\]/g)].map((match) => (match[1] ?? '').toLowerCase()),
  );
  const needed = [...labels]
    .map((label) => definitions.get(label))
    .filter((line) => line !== undefined);
  return `${piece}\n\n${needed.join('\n')}\n`;
}
