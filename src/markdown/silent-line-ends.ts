import type { Element, Root, Text } from 'hast';
import { silentLineEnd } from './scripts.ts';
import { isBlock } from './text-of-node.ts';

/** A rehype plugin: the end of a line between Chinese or Japanese characters makes no blank. */
export function joinWideLines() {
  return (tree: Root): void => {
    const run: Text[] = [];
    gather(tree, run);
    joinRun(run);
  };
}

/** Gathers the texts that stand on one line until it ends, across emphasis and links. */
function gather(parent: Root | Element, run: Text[]): void {
  for (const node of parent.children) {
    if (node.type === 'text') run.push(node);
    if (node.type !== 'element') continue;
    const ends = isBlock(node) || node.tagName === 'br' || node.tagName === 'img';
    if (ends) joinRun(run);
    if (node.tagName !== 'pre') gather(node, run);
    if (ends) joinRun(run);
  }
}

/** Takes the silent line ends out of a run of texts, and begins a new one. */
function joinRun(run: Text[]): void {
  const texts = run.splice(0);
  if (!texts.some(({ value }) => value.includes('\n'))) return;
  const whole = texts.map(({ value }) => value).join('');
  const gaps = [...whole.matchAll(silentLineEnd)].map(({ index, 0: gap }) => ({
    from: index,
    to: index + gap.length,
  }));
  if (gaps.length === 0) return;
  let next = 0;
  let start = 0;
  for (const text of texts) {
    const end = start + text.value.length;
    let kept = '';
    for (let gap = gaps[next]; gap && gap.from < end; gap = gaps[++next]) {
      kept += whole.slice(start, gap.from);
      start = Math.max(start, gap.to);
      // The rest of it is in the texts that follow.
      if (gap.to > end) break;
    }
    text.value = kept + whole.slice(start, end);
    start = end;
  }
}
