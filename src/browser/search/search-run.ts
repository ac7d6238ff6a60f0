// One search from its question to its last answer: all shards that can have what is asked for are asked at once.

import type { ShardEntry } from '../../search/format/manifest.ts';
import {
  countDates,
  countHits,
  compareOldestFirst,
  hitsOf,
  type Answer,
  type Hit,
} from './answers.ts';
import { trimCommonWords } from './common-words.ts';
import type { Engine } from './engine.ts';
import { evaluate } from './evaluate.ts';
import { countFacets, listArticle, readFor, showArticle } from './found-articles.ts';
import { wantedIn, type Wanted } from './marking.ts';
import type {
  FoundArticle,
  ListedArticle,
  LostArticle,
  Progress,
  SearchRequest,
} from './progress.ts';
import { allOf, wantedWords, type FacetName, type Note, type Query } from './query.ts';
import { parseQuery } from './query-parser.ts';
import { relax, tooFew, type Relaxed } from './relax.ts';
import { mostReranked, rerank } from './rerank.ts';
import { datesOf, isInTime, restrictionOf } from './restriction.ts';

export class SearchRun {
  private readonly engine: Engine;
  private readonly request: SearchRequest;
  private readonly report: (progress: Progress) => void;
  /** The query as read, and the text in which its ranges are places. */
  private readonly query: Query;
  private readonly text: string;
  private readonly restriction: Query;
  private readonly notes: Note[];
  /** Words that the query has and that are not looked for. */
  private readonly leftOut: string[];
  private unasked: ShardEntry[];
  private failed: ShardEntry[] = [];
  private readonly answers: Answer[] = [];
  private relaxed: Omit<Relaxed, 'readings'> = { relaxations: [], suggestions: [], wider: [] };
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
    const trimmed = trimCommonWords(query, new Set(engine.manifest.commonWords));
    this.text = text;
    this.query = trimmed.query;
    this.notes = notes;
    this.leftOut = trimmed.left;
    this.wanted = this.wantedOf(trimmed.query);
    this.restriction = restrictionOf(request);
    const whole = allOf([this.query, this.restriction]);
    this.unasked = engine.manifest.shards.filter((entry) => isInTime(entry, whole));
  }

  /** Asks the shards, and says what they have answered. */
  async start(): Promise<void> {
    this.state = 'searching';
    this.tell();
    await this.ask(this.unasked.splice(0));
    if (this.ended) return;
    // What is not known of a part of the archive is not said of all of it.
    if (this.request.relax && this.failed.length === 0 && countHits(this.answers) < tooFew) {
      await this.relax();
    }
    await this.rerank();
    this.state = 'complete';
    this.tell();
  }

  /** Tries what failed once more. */
  async retry(): Promise<void> {
    if (this.state === 'searching') return;
    this.unasked = this.failed.splice(0);
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
  counts(facet: FacetName): Promise<{ name: string; count: number }[]> {
    return countFacets(this.answers, facet);
  }

  /** The first of the found articles with what a list of them has to say of each. */
  list(count: number): Promise<ListedArticle[]> {
    return Promise.all(this.inOrder().slice(0, count).map(listArticle));
  }

  private wantedOf(query: Query): Wanted {
    return wantedIn(wantedWords(query), (word) => this.engine.stem(word));
  }

  private async ask(entries: readonly ShardEntry[]): Promise<void> {
    const { engine } = this;
    const query = allOf([this.query, this.restriction]);
    const ask = async (entry: ShardEntry): Promise<void> => {
      try {
        const shard = engine.shard(entry);
        const found = await evaluate(query, { engine, shard });
        this.answers.push({ entry, shard, ...found, readings: new Uint8Array(entry.count) });
      } catch (error) {
        console.warn(`The index of ${entry.oldest} to ${entry.newest} failed.`, error);
        this.failed.push(entry);
      }
    };
    await Promise.all(entries.map(ask));
    this.ordered = undefined;
  }

  private async relax(): Promise<void> {
    try {
      const { engine, query, text, restriction, answers } = this;
      const hasEnded = (): boolean => this.ended;
      const relaxed = await relax({ engine, query, text, restriction, answers, hasEnded });
      this.relaxed = relaxed;
      this.wanted = [this.query, ...relaxed.readings].flatMap((read) => this.wantedOf(read));
      this.ordered = undefined;
      this.spellingFailed = false;
    } catch (error) {
      console.warn('Other readings of the query could not be tried.', error);
      this.spellingFailed = true;
    }
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
  private async rerank(): Promise<void> {
    if (this.request.order !== 'relevance' || this.wanted.length === 0 || this.ended) return;
    const hits = this.inOrder();
    const best = hits.slice(0, mostReranked);
    if (best.length < 2) return;
    try {
      const candidates = await Promise.all(
        best.map(async (hit) => ({ text: await readFor(hit, this.wanted), score: hit.score })),
      );
      const scores = rerank(candidates, this.wanted);
      const order = best.map((hit, i) => ({ hit, rank: hit.reading, score: scores[i] ?? 0 }));
      order.sort((a, b) => a.rank - b.rank || b.score - a.score);
      this.ordered = [...order.map(({ hit }) => hit), ...hits.slice(mostReranked)];
    } catch (error) {
      console.warn('Some texts did not load; the results stay in the order of the index.', error);
    }
  }

  private tell(): void {
    if (this.ended) return;
    const { relaxations, suggestions, wider } = this.relaxed;
    const words = this.leftOut;
    this.report({
      state: this.state,
      found: countHits(this.answers),
      dates: countDates(this.answers),
      notes: this.notes,
      relaxations: [
        ...(words.length > 0 ? [{ kind: 'left-out' as const, words }] : []),
        ...relaxations,
      ],
      suggestions,
      wider,
      spellingFailed: this.spellingFailed,
      failed: this.failed.map(datesOf),
    });
  }
}
