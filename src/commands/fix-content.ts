// `npm run check -- --fix`: fixes what is sure in front matter, says what it did, and leaves every text as it is.

import { readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { fixFrontMatter } from '../article/edit-front-matter.ts';
import { WholeFileWriter } from '../disk/write-whole.ts';
import type { Autofix, Problem } from '../problem.ts';

/**
 * Applies the fixes that problems name.
 *
 * @param problems with places as a terminal opens them
 * @param say is told of each fix that was applied, in a line
 * @returns whether any file was changed
 */
export async function fixContent(
  contentDir: string,
  problems: readonly Problem[],
  say: (line: string) => void,
): Promise<boolean> {
  const writer = new WholeFileWriter(contentDir);
  let changed = false;
  for (const [file, ofFile] of Map.groupBy(problems, ({ place }) => place.file)) {
    const path = resolve(file);
    const autofixes = ofFile.flatMap(({ autofix }) => autofix ?? []);
    if (autofixes.length === 0) continue;
    const before = readFileSync(path, 'utf8');
    const { text, made } = applyAll(before, autofixes);
    if (made.length === 0) continue;
    await writer.write(relative(contentDir, path), text);
    changed = true;
    for (const autofix of made) say(`${file}: ${describe(autofix)}`);
  }
  if (changed) await writer.finish();
  return changed;
}

function applyAll(
  before: string,
  autofixes: readonly Autofix[],
): { text: string; made: Autofix[] } {
  let text = before;
  const made = autofixes.filter((autofix) => {
    const after = fixFrontMatter(text, autofix);
    text = after ?? text;
    return after !== undefined;
  });
  return { text, made };
}

function describe(autofix: Autofix): string {
  const { from, to } = autofix;
  if (autofix.change === 'key') return `the field \`${from}\` is called \`${autofix.to}\` now.`;
  return autofix.change === 'list'
    ? `\`${autofix.field}: ${from}\` is the list \`[${autofix.to.join(', ')}]\` now.`
    : `\`${from}\` among its ${autofix.field} is \`${String(to)}\` now.`;
}
