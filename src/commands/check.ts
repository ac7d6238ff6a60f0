// `npm run check`: reads every article and says what is wrong, all at once.

import { resolve } from 'node:path';
import { compareProblems, isError } from '../problem.ts';
import type { CheckedContent } from './check-content.ts';
import { readOptions } from './options.ts';
import { problemFormats } from './problem-formats.ts';
import { archive, content, strict } from './shared-options.ts';
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
    },
  });
  const { format } = values;
  if (!formats.includes(format)) {
    throw new Misuse(`\`--format ${format}\` is none of ${formats.join(', ')}.`);
  }
  const { checkContent } = await import('./check-content.ts');
  const { checkLedger } = await import('./keep-addresses.ts');
  const stage = startStage('Check');
  const checked = await checkContent(resolve(values.content), {
    onProgress: stage.count,
    strict: values.strict,
  });
  const ledger = checked.problems.some(isError)
    ? []
    : checkLedger(resolve(values.content), checked.articles);
  const problems = [...checked.problems, ...ledger].toSorted(compareProblems);
  stage.end(describeSound(checked));
  const print = problemFormats[format];
  if (print) process.stdout.write(print(problems));
  else reportProblems(problems, process.stdout);
  return problems.some(isError) ? 1 : 0;
});

/** `3 articles without an error`; `2 of 5 articles without an error`. */
function describeSound({ read, sound }: Pick<CheckedContent, 'read' | 'sound'>): string {
  return `${read === sound ? '' : `${sound} of `}${counted(read, 'article')} without an error`;
}
