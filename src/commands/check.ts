// `npm run check`: reads every article and says what is wrong, all at once.

import { resolve } from 'node:path';
import { isError } from '../problem.ts';
import { checkContent } from './check-content.ts';
import { readOptions } from './options.ts';
import { content } from './shared-options.ts';
import { counted, reportProblems, run, startStage } from './terminal.ts';

await run(async () => {
  const { values } = readOptions({
    name: 'npm run check',
    does: 'Reads every article, and says what is wrong.',
    options: {
      content,
    },
  });
  const stage = startStage('Check');
  const { articles, problems } = await checkContent(resolve(values.content), stage.count);
  stage.end(`${counted(articles.length, 'article')} without an error`);
  reportProblems(problems, process.stdout);
  return problems.some(isError) ? 1 : 0;
});
