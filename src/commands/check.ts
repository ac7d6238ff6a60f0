// `npm run check`: reads every article and says what is wrong, all at once.

import { resolve } from 'node:path';
import { isError } from '../problem.ts';
import type { CheckedContent } from './check-content.ts';
import { readOptions } from './options.ts';
import { problemFormats } from './problem-formats.ts';
import { archive, cache, content, strict } from './shared-options.ts';
import { counted, Misuse, reportProblems, run, startStage } from './terminal.ts';

const formats = ['text', ...Object.keys(problemFormats)];

await run(async () => {
  const { values } = readOptions({
    name: 'npm run check',
    does: 'Reads every article, and says what is wrong.',
    options: {
      archive,
      content,
      strict,
      format: {
        type: 'string',
        value: 'FORMAT',
        default: 'text',
        does: `How problems are printed: ${formats.join(', ')}.`,
      },
      fix: {
        type: 'boolean',
        default: false,
        does: 'fix what is sure first: the case of fields and tags, lists of tags, old addresses of what was renamed',
      },
      cache,
    },
  });
  const { format } = values;
  if (!formats.includes(format)) {
    throw new Misuse(`\`--format ${format}\` is none of ${formats.join(', ')}.`);
  }
  const { checkArchive } = await import('./check-archive.ts');
  const stage = startStage('Check');
  const checked = await checkArchive(resolve(values.content), {
    cache: values.cache,
    strict: values.strict,
    fix: values.fix,
    onProgress: stage.count,
  });
  stage.end(describeSound(checked));
  const print = problemFormats[format];
  if (print) process.stdout.write(print(checked.problems));
  else reportProblems(checked.problems, process.stdout);
  return checked.problems.some(isError) ? 1 : 0;
});

/** `3 articles without an error`; `2 of 5 articles without an error`. */
function describeSound({ read, sound }: Pick<CheckedContent, 'read' | 'sound'>): string {
  return `${read === sound ? '' : `${sound} of `}${counted(read, 'article')} without an error`;
}
