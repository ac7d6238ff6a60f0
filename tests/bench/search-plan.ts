// What a search costs in an archive that is too large to be built here:
//   npm run bench -- search-plan [COUNT …]
// The articles of each size are cut into shards as a build cuts them. The directory of each shard, the lists of the queries' words and
// the texts of the results are made up, with the sizes that they have in a built index of generated articles; all of it is read by the
// search's own code, and what that asks for is counted.

import { openEngine } from '../../src/browser/search/engine.ts';
import { SearchRun } from '../../src/browser/search/search-run.ts';
import { planIndex, type PlannedWord } from './planned-index.ts';

/** Words by the share of articles that have them, as the vocabulary of the generated articles has it. */
const words: PlannedWord[] = [
  { text: 'rare', share: 0.000_03 },
  { text: 'middling', share: 0.009 },
  { text: 'common', share: 0.17 },
  { text: 'third', share: 0.05 },
  { text: 'fourth', share: 0.035 },
];

const queries: [name: string, text: string, more?: { from: string; to: string }][] = [
  ['a rare word', 'rare'],
  ['a middling word', 'middling'],
  ['a common word', 'common'],
  ['two words', 'middling third'],
  ['three words', 'common third fourth'],
  ['a phrase', '"third fourth"'],
  ['one year', 'common', { from: '2010', to: '2010' }],
  ['without a word', 'middling -third'],
];

const counts = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [100_000, 1_000_000];
for (const count of counts) {
  const index = planIndex(count, words);
  process.stdout.write(
    `\n${count} articles, ${index.shards} shards, manifest ${index.manifestBytes} bytes\n`,
  );
  process.stdout.write(`${'search'.padEnd(20)} requests       kB  found\n`);
  for (const [name, text, more] of queries) {
    globalThis.fetch = index.fetch;
    const engine = await openEngine('https://archive.example/search-index/');
    index.take();
    const request = { text, order: 'relevance', facets: [], relax: false, ...more } as const;
    let found = 0;
    const run = new SearchRun(engine, request, (progress) => ({ found } = progress));
    await run.start();
    await run.page(0, 10);
    const { requests, bytes } = index.take();
    process.stdout.write(
      `${name.padEnd(20)} ${String(requests).padStart(8)} ${(bytes / 1000).toFixed(1).padStart(8)}  ${found}\n`,
    );
  }
}
