import { afterAll, beforeAll, expect, test, inject } from 'vitest';
import { takePage } from '../../search/article-page.ts';
import { mayHold } from '../../../src/browser/search/presence.ts';
import { parseQuery } from '../../../src/browser/search/query-parser.ts';
import { buildTestIndex, type BuiltIndex } from '../../search/built-index.ts';

const sentences = [
  'The minister was hoping for cheaper bread',
  'Dykes collapsed along the western coast',
  'Relational studies of vietnamization',
  'Skiing and flying were forbidden',
  'Le café de l’économie ferme',
  '我们在北京大学学习',
  'והסוסים רצו מהר',
  'A well-known ship called Überlingen',
];
const texts = [...sentences, ...sentences.map((text) => `${text}.`)];

let built: BuiltIndex;
beforeAll(async () => {
  built = await buildTestIndex(
    texts.map((text, i) => ({
      id: `${2000 + i}/text`,
      date: `${2000 + i}-01-01`,
      title: `Number ${i}`,
      body: `<p>${text}</p>`,
    })),
    takePage(inject('siteDir')),
    { largest: 3, smallest: 1 },
  );
});
afterAll(() => built.close());

/** The shards that may hold what is looked for, and those that do. */
async function look(text: string): Promise<{ may: string[]; must: string[] }> {
  const { query } = parseQuery(text);
  const may: string[] = [];
  const must: string[] = [];
  for (const entry of built.engine.manifest.shards) {
    if (await mayHold(query, built.engine.presence(entry))) may.push(entry.name);
    const shard = await built.engine.shard(entry);
    const words = text.replaceAll('"', '').split(' ');
    const masks = await Promise.all(
      text.startsWith('"') ? [shard.holding(words.join(' '))] : words.map((w) => shard.holding(w)),
    );
    if (masks.every((mask) => mask.includes(1))) must.push(entry.name);
  }
  return { may, must };
}

test.each([
  'hope',
  'hoped',
  'dyke',
  'minister',
  'western',
  'study',
  'relation',
  'fly',
  'économie',
  'cafe',
  '"was hoping"',
  '"western coasts"',
  '"Le café"',
  '"collapsed along the"',
])('no shard is passed over that holds %s', async (text) => {
  const { may, must } = await look(text);
  expect(must.length).toBeGreaterThan(0);
  expect(may).toEqual(expect.arrayContaining(must));
});

test.each(['nowhere', '"coast western"', '"minister bread"', 'minister dykes', 'title:minister'])(
  'shards that cannot hold %s are passed over',
  async (text) => {
    const { may } = await look(text);
    expect(may.length).toBeLessThan(built.engine.manifest.shards.length);
  },
);

test('what is excluded passes over nothing', async () => {
  const { query } = parseQuery('hoping -nowhere');
  const [entry] = built.engine.manifest.shards.filter(({ oldest }) => oldest <= '2000-01-01');
  if (!entry) throw new Error('There is no oldest shard.');
  expect(await mayHold(query, built.engine.presence(entry))).toBe(true);
});
