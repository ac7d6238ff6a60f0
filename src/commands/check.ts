// `npm run check`: reads every article and says what is wrong, all at once.

import { parseArgs } from 'node:util';
import { resolve } from 'node:path';
import { isError } from '../problem.ts';
import { checkContent } from './check-content.ts';
import { counted, reportProblems, run, startStage } from './terminal.ts';

await run(async () => {
  const { values } = parseArgs({
    options: { content: { type: 'string', default: process.env['DATELINE_CONTENT'] ?? 'content' } },
  });
  const stage = startStage('Check');
  const { articles, problems } = await checkContent(resolve(values.content), stage.count);
  stage.end(`${counted(articles.length, 'article')} without an error`);
  reportProblems(problems, process.stdout);
  return problems.some(isError) ? 1 : 0;
});
