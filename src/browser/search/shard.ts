// One shard of the index, opened: which of its articles hold a word or a phrase, how well they match, and what
// is known of them. An article is a position in the shard; 0 is the newest.

import type {
  ArticleText,
  Cards,
  FactColumn,
  Facts,
  ShardEntry,
  TextLengths,
} from '../../search/format/manifest.ts';
import { parseDayCounts } from '../../search/format/manifest.ts';
import type { IndexFiles } from './index-files.ts';
import type { PagefindInstance, PagefindModule } from './pagefind-api.ts';
import type { FactName } from './query.ts';

/** One byte for each article: 1 where it belongs to the set. */
export type Mask = Uint8Array;

export interface Shard {
  entry: ShardEntry;
  /** The date tag of each article. */
  dates: readonly string[];
  /** The articles that hold a word, with its inflections, or words beside each other. */
  holding(words: string): Promise<Mask>;
  /** How well each article matches words that it holds all of; 0 where it does not. */
  scoring(words: string): Promise<Float32Array>;
  facts(column: FactName): Promise<FactColumn>;
  cards(): Promise<Cards>;
  text(position: number): Promise<ArticleText>;
}

/** Texts that are kept, so that a page of results shown again is not fetched again. */
const mostTexts = 100;

/** Opens a shard: afterwards its articles have their places, and words can be looked up. */
export async function openShard(
  entry: ShardEntry,
  files: IndexFiles,
  pagefind: PagefindModule,
): Promise<Shard> {
  await files.prepareShard(entry);
  const instance = pagefind.createInstance({
    basePath: `${files.base}${entry.name}/`,
    noWorker: true,
    metaCacheTag: entry.digest,
    // Chosen by tests/bench/search-quality.ts.
    ranking: {
      termFrequency: 1,
      termSaturation: 2,
      termSimilarity: 2,
      pageLength: 0.9,
      metaWeights: { title: 5 },
    },
  });
  await instance.init();
  const ask = careful(instance, entry, files);
  const inOrder = await ask(null);
  const positions = new Map(inOrder.map(({ id }, position) => [id, position]));
  if (positions.size !== entry.count) {
    throw new Error(`${entry.name} has ${positions.size} articles and should have ${entry.count}.`);
  }
  const dates = parseDayCounts(entry.days).flatMap(({ date, count }) =>
    Array<string>(count).fill(date),
  );
  const texts = new Map<number, Promise<ArticleText>>();
  return {
    entry,
    dates,
    async holding(words) {
      const mask = new Uint8Array(entry.count);
      for (const { id } of await ask(`"${words}"`)) mask[positions.get(id) ?? 0] = 1;
      return mask;
    },
    async scoring(words) {
      const scores = new Float32Array(entry.count);
      for (const { id, score } of await ask(words)) scores[positions.get(id) ?? 0] = score;
      return scores;
    },
    async facts(column) {
      return (await files.readPack<Facts>(`${entry.name}/facts.pack`))[column];
    },
    cards: () => files.readPack<Cards>(`${entry.name}/cards.pack`),
    text(position) {
      const known = texts.get(position);
      if (known) return known;
      const text = readText(position);
      if (texts.size >= mostTexts) texts.clear();
      texts.set(position, text);
      text.catch(() => texts.delete(position));
      return text;
    },
  };

  async function readText(position: number): Promise<ArticleText> {
    const lengths = await files.readPack<TextLengths>(`${entry.name}/lengths.pack`);
    const file = Math.floor(position / entry.textsPerFile);
    const start = lengths
      .slice(file * entry.textsPerFile, position)
      .reduce((sum, length) => sum + length, 0);
    return files.readPart(`${entry.name}/texts-${file}.pack`, start, lengths[position] ?? 0);
  }
}

/** Asks Pagefind, and throws where a part of the index that it needed did not load. */
function careful(
  instance: PagefindInstance,
  entry: ShardEntry,
  files: IndexFiles,
): (term: string | null) => Promise<{ id: string; score: number }[]> {
  return async (term) => {
    const { results } = await instance.search(
      term,
      term === null ? { sort: { order: 'asc' } } : undefined,
    );
    const [failure] = files.takeFailures(entry);
    if (failure) throw failure;
    return results;
  };
}
