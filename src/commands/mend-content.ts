// `npm run check -- --fix`: mends what is sure in front matter, says what it did, and leaves every text as it is.

import { readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { mendFrontMatter } from '../article/edit-front-matter.ts';
import { WholeFileWriter } from '../disk/write-whole.ts';
import type { Mend, Problem } from '../problem.ts';

/**
 * Makes the mends that problems name.
 *
 * @param problems with places as a terminal opens them
 * @param say is told of each mend that was made, in a line
 * @returns whether any file was changed
 */
export async function mendContent(
  contentDir: string,
  problems: readonly Problem[],
  say: (line: string) => void,
): Promise<boolean> {
  const writer = new WholeFileWriter(contentDir);
  let changed = false;
  for (const [file, ofFile] of Map.groupBy(problems, ({ place }) => place.file)) {
    const path = resolve(file);
    const mends = ofFile.flatMap(({ mend }) => mend ?? []);
    if (mends.length === 0) continue;
    const before = readFileSync(path, 'utf8');
    const { text, made } = mendAll(before, mends);
    if (made.length === 0) continue;
    await writer.write(relative(contentDir, path), text);
    changed = true;
    for (const mend of made) say(`${file}: ${describe(mend)}`);
  }
  if (changed) await writer.finish();
  return changed;
}

function mendAll(before: string, mends: readonly Mend[]): { text: string; made: Mend[] } {
  let text = before;
  const made = mends.filter((mend) => {
    const after = mendFrontMatter(text, mend);
    text = after ?? text;
    return after !== undefined;
  });
  return { text, made };
}

function describe(mend: Mend): string {
  const { from, to } = mend;
  if (mend.change === 'key') return `the field \`${from}\` is called \`${mend.to}\` now.`;
  return mend.change === 'list'
    ? `\`${mend.field}: ${from}\` is the list \`[${mend.to.join(', ')}]\` now.`
    : `\`${from}\` among its ${mend.field} is \`${String(to)}\` now.`;
}
