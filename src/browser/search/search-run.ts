// One search from its question to its last answer: all shards that can have what is asked for are asked at once.

import type { ShardEntry } from '../../search/format/manifest.ts';
import { parseDayCounts } from '../../search/format/manifest.ts';
import {
  compareOldestFirst,
  countDates,
  countHits,
  hitsOf,
  type Answer,
  type Hit,
} from './answers.ts';
import { closeness, lookedAt } from './closeness.ts';
import { trimCommonWords } from './common-words.ts';
import type { Engine } from './engine.ts';
import { evaluate } from './evaluate.ts';
import { unknownWords, withOtherWords } from './forgiveness.ts';
import { countFacts, listArticle, readFor, showArticle } from './found-articles.ts';
import { wantedIn, type Wanted } from './marking.ts';
import { parseQuery } from './query-parser.ts';
import type {
  FoundArticle,
  Liberty,
  ListedArticle,
  LostArticle,
  Period,
  Progress,
  SearchRequest,
  Wider,
} from './progress.ts';
import { allOf, wantedWords, type FactName, type Note, type Query } from './query.ts';
import { readingsOf, sayReadings } from './readings.ts';
import { isInTime, restrictionOf } from './restriction.ts';
import { isHeld } from './word-search.ts';
import { withoutWords, withPhrasesApart, type WiderQuery } from './wider.ts';

/** Fewer results than this are too few: other spellings are tried, and wider queries offered. */
const tooFew = 3;
const mostWider = 4;

/** So many results are enough not to try a less likely reading. */
const enough = 10;
const mostReadings = 3;

export class SearchRun {
  private readonly engine: Engine;
  private readonly request: SearchRequest;
  private readonly report: (progress: Progress) => void;
  /** The query as read, and the text in which its spans are places. */
  private readonly query: Query;
  private readonly text: string;
  private readonly restriction: Query;
  private readonly notes: Note[];
  private readonly liberties: Liberty[] = [];
  private waiting: ShardEntry[];
  private readonly failed: ShardEntry[] = [];
  private answers: Answer[] = [];
  private suggestions: Progress['suggestions'] = [];
  private wider: Wider[] = [];
  private spellingFailed = false;
  private state: Progress['state'] = 'searching';
  private ended = false;
  private ordered: Hit[] | undefined;
  private wanted: Wanted;

  constructor(engine: Engine, request: SearchRequest, report: (progress: Progress) => void) {
    this.engine = engine;
    this.request = request;
    this.report = report;
    const { text, query, notes } = parseQuery(request.text);
    this.text = text;
    const trimmed = trimCommonWords(query, new Set(engine.manifest.commonWords));
    this.query = trimmed.query;
    this.notes = notes;
    if (trimmed.left.length > 0) this.liberties.push({ kind: 'left-out', words: trimmed.left });
    this.wanted = wantedIn(wantedWords(trimmed.query), (word) => engine.stem(word));
    this.restriction = restrictionOf(request);
    const whole = allOf([this.query, this.restriction]);
    this.waiting = engine.manifest.shards.filter((entry) => isInTime(entry, whole));
  }

  /** Asks the shards, and says what they have answered. */
  async start(): Promise<void> {
    this.state = 'searching';
    this.tell();
    await this.ask(this.waiting);
    this.waiting = [];
    if (this.ended) return;
    // What is not known of a part of the archive is not said of all of it.
    if (this.request.forgive && this.failed.length === 0 && this.found() < tooFew) {
      await this.tryOtherReadings();
    }
    await this.lookCloser();
    this.state = 'complete';
    this.tell();
  }

  /** Tries what failed once more. */
  async resume(): Promise<void> {
    if (this.state === 'searching') return;
    this.waiting.push(...this.failed.splice(0));
    await this.start();
  }

  /** Ends the run for good: nothing more is reported. */
  end(): void {
    this.ended = true;
  }

  /** Some of the articles found so far, in the order asked for. */
  page(start: number, count: number): Promise<(FoundArticle | LostArticle)[]> {
    const hits = this.inOrder().slice(start, start + count);
    return Promise.all(hits.map((hit) => showArticle(hit, this.wanted)));
  }

  /** How many of the found articles have each name, most first. */
  counts(column: FactName): Promise<{ name: string; count: number }[]> {
    return countFacts(this.answers, column);
  }

  /** The first of the found articles with what a list of them has to say of each. */
  list(count: number): Promise<ListedArticle[]> {
    return Promise.all(this.inOrder().slice(0, count).map(listArticle));
  }

  private found(): number {
    return countHits(this.answers);
  }

  private async ask(entries: readonly ShardEntry[]): Promise<void> {
    const query = allOf([this.query, this.restriction]);
    const answers = await Promise.all(
      entries.map(async (entry): Promise<Answer | undefined> => {
        try {
          const shard = this.engine.shard(entry);
          const found = await evaluate(query, { engine: this.engine, shard });
          return { entry, shard, ...found, readings: new Uint8Array(entry.count) };
        } catch (error) {
          console.warn(`The index of ${entry.oldest} to ${entry.newest} failed.`, error);
          this.failed.push(entry);
          return undefined;
        }
      }),
    );
    this.answers.push(...answers.filter((answer) => answer !== undefined));
    this.ordered = undefined;
  }

  private async tryOtherReadings(): Promise<void> {
    try {
      const { query, lacking } = await this.tryOtherSpellings();
      if (this.found() < tooFew) await this.countWider(query, lacking);
      this.spellingFailed = false;
    } catch (error) {
      console.warn('Other readings of the query could not be tried.', error);
      this.spellingFailed = true;
    }
  }

  /**
   * Words that no article holds are read as the likeliest words that some do, then as the next likely.
   *
   * @returns the query as it is read then, and the words that there is nothing like
   */
  private async tryOtherSpellings(): Promise<{ query: Query; lacking: string[] }> {
    const unknown = unknownWords(this.query, await this.heldWords());
    if (unknown.length === 0) return { query: this.query, lacking: [] };
    const { words } = this.engine;
    const readings = await Promise.all(unknown.map((word) => readingsOf(word, words)));
    const lacking = readings.filter(({ instead }) => instead.length === 0).map(({ word }) => word);
    this.suggestions = readings.flatMap(({ word, similar }) =>
      similar.map((instead) => ({ word, instead })),
    );
    const readAs = (likely: number): Query =>
      readings.reduce(
        (changed, { word, instead }) =>
          withOtherWords(changed, word, [instead[likely] ?? instead[0] ?? []].flat()),
        this.query,
      );
    if (lacking.length > 0) return { query: readAs(0), lacking };
    let found = false;
    for (let likely = 0; likely < mostReadings && this.found() < enough; likely++) {
      if (!readings.some(({ instead }) => instead[likely] !== undefined)) break;
      const query = readAs(likely);
      if (!(await this.addReading(query, likely + 1))) continue;
      found = true;
      this.wanted = [
        ...this.wanted,
        ...wantedIn(wantedWords(query), (word) => this.engine.stem(word)),
      ];
      for (const reading of readings) reading.used = likely + 1;
    }
    if (found) this.liberties.push(...sayReadings(readings));
    return { query: readAs(0), lacking };
  }

  /** Counts what wider queries find, closest to the query first: those that find fewest. */
  private async countWider(query: Query, lacking: readonly string[]): Promise<void> {
    const apart = this.found() === 0 ? withPhrasesApart(query, this.text) : [];
    const queries = [...apart, ...withoutWords(query, this.text, lacking)];
    const counted = await Promise.all(queries.map((wider) => this.countOf(wider)));
    this.wider = counted
      .filter(({ found }) => found > this.found())
      .toSorted(
        (a, b) => Number(a.kind === 'without') - Number(b.kind === 'without') || a.found - b.found,
      )
      .slice(0, mostWider);
  }

  private async countOf({ query, ...wider }: WiderQuery): Promise<Wider> {
    const asked = allOf([query, this.restriction]);
    const counts = await Promise.all(
      this.answers.map(async ({ shard }) => {
        if (this.ended) return 0;
        return (await evaluate(asked, { engine: this.engine, shard })).mask.reduce(
          (sum, member) => sum + member,
          0,
        );
      }),
    );
    return { ...wider, found: counts.reduce((sum, count) => sum + count, 0) };
  }

  /** The words of the query that some article holds. */
  private async heldWords(): Promise<ReadonlySet<string>> {
    const texts = wantedWords(this.query).map(({ text }) => text);
    const held = await Promise.all(texts.map((text) => isHeld(this.engine, text)));
    return new Set(texts.filter((_, i) => held[i]));
  }

  /** Adds what another reading finds beyond what has been found. Tells whether that is anything. */
  private async addReading(reading: Query, rank: number): Promise<boolean> {
    const query = allOf([reading, this.restriction]);
    let added = false;
    const ask = async (answer: Answer): Promise<void> => {
      if (this.ended) return;
      const { mask, scores } = await evaluate(query, { engine: this.engine, shard: answer.shard });
      for (let i = 0; i < mask.length; i++) {
        if (mask[i] !== 1 || answer.mask[i] === 1) continue;
        answer.mask[i] = 1;
        answer.scores[i] = scores[i] ?? 0;
        answer.readings[i] = rank;
        added = true;
      }
    };
    await Promise.all(this.answers.map(ask));
    this.ordered = undefined;
    return added;
  }

  private inOrder(): Hit[] {
    if (this.ordered) return this.ordered;
    const hits = hitsOf(this.answers, this.engine.manifest.shards);
    const { order } = this.request;
    if (order === 'oldest') hits.sort(compareOldestFirst);
    else if (order === 'relevance') {
      hits.sort((a, b) => a.reading - b.reading || b.score - a.score);
    }
    return (this.ordered = hits);
  }

  /** Puts the best results in the order in which their texts answer the query. */
  private async lookCloser(): Promise<void> {
    if (this.request.order !== 'relevance' || this.wanted.length === 0 || this.ended) return;
    const hits = this.inOrder();
    const best = hits.slice(0, lookedAt);
    if (best.length < 2) return;
    try {
      const candidates = await Promise.all(
        best.map(async (hit) => ({ text: await readFor(hit, this.wanted), score: hit.score })),
      );
      const close = closeness(candidates, this.wanted);
      const order = best.map((hit, i) => ({ hit, rank: hit.reading, close: close[i] ?? 0 }));
      order.sort((a, c) => a.rank - c.rank || c.close - a.close);
      this.ordered = [...order.map(({ hit }) => hit), ...hits.slice(lookedAt)];
    } catch (error) {
      console.warn('Some texts did not load; the results stay in the order of the index.', error);
    }
  }

  private tell(): void {
    if (this.ended) return;
    const { order } = this.request;
    const spans = this.answers.map(({ entry }) => entry);
    this.report({
      state: this.state,
      found: this.found(),
      dates: countDates(this.answers),
      notes: this.notes,
      liberties: [...this.liberties],
      wider: this.wider,
      spellingFailed: this.spellingFailed,
      suggestions: this.suggestions,
      searched: spanOf(spans),
      waiting: this.waiting.map(periodOfShard),
      failed: this.failed.map(periodOfShard),
      orderMayChange:
        order === 'relevance' && this.state === 'searching' && this.waiting.length > 0,
    });
  }
}

/** The undated stand in a shard of their own, or with all others in the only one. */
function periodOfShard({ days }: ShardEntry): Period {
  const tags = parseDayCounts(days).map(({ date }) => date);
  const dated = tags.filter((date) => date !== 'undated');
  return { newest: dated[0] ?? 'undated', oldest: dated.at(-1) ?? 'undated' };
}

function spanOf(entries: readonly ShardEntry[]): Period | undefined {
  const dated = entries.flatMap((entry) => parseEnds(entry));
  const [first] = dated;
  if (!first) return undefined;
  return {
    oldest: dated.reduce((oldest, date) => (date < oldest ? date : oldest), first),
    newest: dated.reduce((newest, date) => (date > newest ? date : newest), first),
  };
}

const parseEnds = ({ newest, oldest }: ShardEntry): string[] =>
  [newest, oldest].filter((date) => date !== 'undated' && date !== '');
