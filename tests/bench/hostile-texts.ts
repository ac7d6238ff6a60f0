// How the time to read and render a text grows with it, for texts made to be slow: twice the text may take 2.3 times
// as long at most, or has to be refused by the check.
//
//   npm run bench -- hostile-texts [KILOBYTES] [PART OF A NAME]

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parseArticle } from '../../src/article/article.ts';
import { renderMarkdown } from '../../src/markdown/render-markdown.ts';
import { hostileTexts } from '../markdown/hostile-texts.ts';

const mostGrowth = 2.3;

/** Below this the clock says more of the machine than of the text, in milliseconds. */
const shortestMs = 150;

const [kilobytes = '100', part = ''] = process.argv.slice(2);
const size = Number(kilobytes) * 1000;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/**
 * This thread's time, in milliseconds. Other programs, the compiler's threads and what earlier texts have left to be
 * collected do not count.
 */
function timed(work: () => boolean): { ms: number; read: boolean } {
  collectGarbage();
  const before = process.threadCpuUsage();
  const read = work();
  const { user, system } = process.threadCpuUsage(before);
  return { ms: (user + system) / 1000, read };
}

/** Whether a text is accepted by the check; then it is rendered, too. */
function readAndRender(body: string): boolean {
  const source = `---\ndate: 1953-02-01\n---\n\n${body}\n`;
  const { article } = parseArticle(source, { file: 'articles/a.md', language: 'en' });
  if (article) renderMarkdown(body);
  return article !== undefined;
}

function fastest(body: string): { ms: number; read: boolean } {
  const runs = [1, 2, 3].map(() => timed(() => readAndRender(body)));
  return runs.reduce((best, run) => (run.ms < best.ms ? run : best));
}

readAndRender(
  Object.values(hostileTexts)
    .map((make) => make(500))
    .join('\n\n'),
);
let slow = 0;
for (const [name, make] of Object.entries(hostileTexts)) {
  if (!name.includes(part)) continue;
  const once = fastest(make(size));
  const twice = fastest(make(2 * size));
  const growth = twice.ms / Math.max(once.ms, shortestMs);
  const isSlow = growth > mostGrowth;
  if (isSlow) slow++;
  const result = twice.read ? `${growth.toFixed(1)}${isSlow ? '  too slow' : ''}` : 'refused';
  console.log(
    `${name.padEnd(44)} ${once.ms.toFixed(0).padStart(7)} ms ${twice.ms.toFixed(0).padStart(7)} ms  ${result}`,
  );
}
process.exitCode = slow > 0 ? 1 : 0;
