// One shard of the index, opened: which of its articles hold a word or a phrase, how well they match, and what
// is known of them. An article is a position in the shard; 0 is the newest.

import type {
  ArticleText,
  Cards,
  FactColumn,
  Facts,
  ShardEntry,
} from '../../search/format/manifest.ts';
import {
  parseDayCounts,
  placesAtOnce,
  shardFolder,
  textsFileOf,
} from '../../search/format/manifest.ts';
import { shardPath, type IndexFiles } from './index-files.ts';
import type { OpenInstance, PagefindInstance } from './pagefind-api.ts';
import type { FactName } from './query.ts';
import { asJson } from './unpack.ts';

/** One byte for each article: 1 where it belongs to the set. */
export type Mask = Uint8Array;

/** Where words can be looked up. */
export interface WordIndex {
  /** The number of articles. */
  count: number;
  /** The articles that hold a word, with its inflections, or words beside each other. */
  holding(words: string): Promise<Mask>;
}

export interface Shard extends WordIndex {
  /** The date tag of each article. */
  dates: readonly string[];
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
  openInstance: OpenInstance,
): Promise<Shard> {
  await files.prepareShard(entry);
  const instance = await openInstance({
    basePath: `${files.base}${shardFolder(entry)}/`,
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
  const ask = careful(instance, entry, files);
  const dates = parseDayCounts(entry.days).flatMap(({ date, count }) =>
    Array<string>(count).fill(date),
  );
  const texts = new Map<number, Promise<ArticleText>>();
  const textPlaces = new Map<number, Promise<DataView>>();
  return {
    count: entry.count,
    dates,
    async holding(words) {
      const mask = new Uint8Array(entry.count);
      for (const { id } of await ask(`"${words}"`)) mask[Number(id)] = 1;
      return mask;
    },
    async scoring(words) {
      const scores = new Float32Array(entry.count);
      for (const { id, score } of await ask(words)) scores[Number(id)] = score;
      return scores;
    },
    async facts(column) {
      return (await files.readPack<Facts>(shardPath(entry, 'facts.pack')))[column];
    },
    cards: () => files.readPack<Cards>(shardPath(entry, 'cards.pack')),
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
    const group = Math.floor(position / placesAtOnce);
    let places = textPlaces.get(group);
    if (!places) textPlaces.set(group, (places = readTextPlaces(group)));
    places.catch(() => textPlaces.delete(group));
    const view = await places;
    const at = (position % placesAtOnce) * bytesPerPlace;
    const place = { start: view.getUint32(at, true), length: view.getUint32(at + 4, true) };
    return files.readPart(
      shardPath(entry, textsFileOf(entry, position)),
      place,
      asJson<ArticleText>(),
    );
  }

  async function readTextPlaces(group: number): Promise<DataView> {
    const first = group * placesAtOnce;
    const stretch = {
      start: first * bytesPerPlace,
      length: Math.min(placesAtOnce, entry.count - first) * bytesPerPlace,
    };
    return files.readPart(
      shardPath(entry, 'text-places.bin'),
      stretch,
      (bytes) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    );
  }
}

/** Two numbers of 32 bits. */
const bytesPerPlace = 8;

/** Asks Pagefind, and throws where a part of the index that it needed did not load. */
function careful(
  instance: PagefindInstance,
  entry: ShardEntry,
  files: IndexFiles,
): (term: string) => Promise<{ id: string; score: number }[]> {
  return async (term) => {
    const { results } = await instance.search(term);
    const [failure] = files.takeFailures(shardFolder(entry));
    if (failure) throw failure;
    return results;
  };
}
