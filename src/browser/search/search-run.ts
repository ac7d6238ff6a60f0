// One search from its question to its last answer: shards are asked in waves, in the order in which their
// articles are wanted; what is known so far can be shown at any time.

import type { ArticleText, DayCount, ShardEntry } from '../../search/format/manifest.ts';
import { parseDayCounts } from '../../search/format/manifest.ts';
import {
  compareOldestFirst,
  countDates,
  countHits,
  emptyAnswer,
  hitsOf,
  type Answer,
  type Hit,
} from './answers.ts';
import { closeness, lookedAt } from './closeness.ts';
import { trimCommonWords } from './common-words.ts';
import type { Engine } from './engine.ts';
import { evaluate } from './evaluate.ts';
import { cutExcerpt, markHeadline, type Excerpt, type Segment } from './excerpt.ts';
import {
  unknownWords,
  withOtherWords,
  withPhrasesApart,
  withoutEachWord,
  type Variant,
} from './forgiveness.ts';
import { wantedIn, type Wanted } from './marking.ts';
import { firstPage } from './page-size.ts';
import { inRange, periodOf } from './period.ts';
import { parseQuery } from './query-parser.ts';
import { mayHold } from './presence.ts';
import { allOf, wantedWords, type FactName, type Note, type Query } from './query.ts';
import type { Shard } from './shard.ts';
import type { ArchiveWords } from './spelling.ts';
import { findWord } from './word-search.ts';

export type Order = 'relevance' | 'newest' | 'oldest';

/** A section, topic, author or language that results must have, or must not. */
export interface ChosenFact {
  column: FactName;
  name: string;
  exclude: boolean;
}

export interface SearchRequest {
  /** The query as typed. */
  text: string;
  order: Order;
  /** Date tags at the ends of the chosen range; both belong to it. */
  from?: string | undefined;
  to?: string | undefined;
  facts: readonly ChosenFact[];
  /** Whether other spellings are looked for; not while the reader is typing. */
  forgive: boolean;
}

/** What was done beyond the letter of the query. */
export type Liberty =
  | { kind: 'left-out'; words: string[] }
  | { kind: 'corrected'; word: string; meant: string[] }
  | { kind: 'beginning'; word: string }
  | { kind: 'apart'; phrases: string[] }
  | { kind: 'without'; words: string[] }
  | { kind: 'costly'; word: string };

export interface Progress {
  state: 'searching' | 'stopped' | 'complete';
  /** The number of articles found so far. */
  found: number;
  /** How many of them each date tag has, newest first. */
  dates: DayCount[];
  /** How the query was read, where that may surprise. */
  notes: Note[];
  liberties: Liberty[];
  /** Words of the archive that may have been meant, for a single word that was not found. */
  suggestions: { word: string; instead: string }[];
  /** The date tags between which all articles have been searched. */
  searched: { newest: string; oldest: string } | undefined;
  /** Periods that are still to be searched. */
  waiting: { newest: string; oldest: string }[];
  /** Periods whose index did not load. */
  failed: { newest: string; oldest: string }[];
  /** Whether further answers may change the order of what has been found. */
  orderMayChange: boolean;
}

export interface FoundArticle {
  id: string;
  title: Segment[];
  derived: boolean;
  date: string;
  section?: string | undefined;
  lang: string;
  dir: 'ltr' | 'rtl';
  excerpt: Excerpt;
  /** The word of the query that it does not have. */
  without?: string | undefined;
}

/** A found article of which only a date is known: its text did not load. */
export interface LostArticle {
  date: string;
  lost: true;
}

/** Fewer results than this are too few: other readings of the query are tried. */
const tooFew = 3;

/** So many results are enough not to try a less likely reading. */
const enough = 10;
const mostReadings = 3;
const leastLikely = 1000;

/** One shard is asked first, then twice as many in each wave, up to so many; fewer until a page is full. */
const largestWave = 6;
const largestBeforeFirst = 2;

export class SearchRun {
  private readonly engine: Engine;
  private readonly request: SearchRequest;
  private readonly report: (progress: Progress) => void;
  private readonly drawn: (count: number) => Promise<void>;
  private readonly query: Query;
  private readonly restriction: Query;
  private readonly notes: Note[];
  private readonly liberties: Liberty[] = [];
  private readonly costly: boolean;
  private readonly variants: (Variant & { rank: number })[] = [];
  private waiting: ShardEntry[];
  private readonly failed: ShardEntry[] = [];
  private answers: Answer[] = [];
  private suggestions: Progress['suggestions'] = [];
  private state: Progress['state'] = 'searching';
  private ended = false;
  private ordered: Hit[] | undefined;
  private wanted: Wanted;

  /** @param drawn waits until so many results are on the page, where there is one */
  constructor(
    engine: Engine,
    request: SearchRequest,
    report: (progress: Progress) => void,
    drawn: (count: number) => Promise<void> = () => Promise.resolve(),
  ) {
    this.engine = engine;
    this.request = request;
    this.report = report;
    this.drawn = drawn;
    const { query, notes } = parseQuery(request.text);
    const trimmed = trimCommonWords(query, new Set(engine.manifest.commonWords));
    this.query = trimmed.query;
    this.notes = notes;
    this.costly = trimmed.costly;
    if (trimmed.left.length > 0) this.liberties.push({ kind: 'left-out', words: trimmed.left });
    this.wanted = wantedIn(wantedWords(trimmed.query));
    this.restriction = restrictionOf(request);
    const whole = allOf([this.query, this.restriction]);
    const entries = engine.manifest.shards.filter((entry) => isInTime(entry, whole));
    this.waiting = request.order === 'oldest' ? oldestFirst(entries) : entries;
  }

  /** Asks the shards until all have answered, or the run is stopped or ended. */
  async start(): Promise<void> {
    this.state = 'searching';
    let shown = 0;
    for (let wave = 0; this.goesOn(); wave++) {
      const largest = this.found() < firstPage ? largestBeforeFirst : largestWave;
      const entries = this.waiting.slice(0, Math.min(2 ** wave, largest));
      this.tell();
      await this.ask(entries);
      this.waiting = this.waiting.slice(entries.length);
      const found = this.found();
      if (this.goesOn() && shown < firstPage && found >= (wave === 0 ? 1 : firstPage)) {
        await this.showFirst();
        shown = found;
      }
      if (wave === 0 && this.goesOn()) {
        if (found < firstPage) await this.passOver();
        else if (this.costly) this.stopEarly();
      }
    }
    if (this.ended) return;
    if (this.waiting.length === 0) {
      if (this.request.forgive && this.found() < tooFew) await this.tryOtherReadings();
      await this.lookCloser();
      this.state = 'complete';
    }
    this.tell();
  }

  private goesOn(): boolean {
    return this.waiting.length > 0 && this.state === 'searching' && !this.ended;
  }

  /** What the reader sees first is fetched first; the other shards would crowd it out. */
  private async showFirst(): Promise<void> {
    const drawn = this.drawn(Math.min(this.found(), firstPage));
    this.tell();
    await this.page(0, firstPage);
    await drawn;
  }

  private stopEarly(): void {
    this.liberties.push({ kind: 'costly', word: this.request.text.trim() });
    this.state = 'stopped';
  }

  /** Asks no more shards; what has been found stays. */
  stop(): void {
    if (this.state === 'searching') this.state = 'stopped';
  }

  /** Goes on after a stop, and tries what failed once more. */
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
  async page(start: number, count: number): Promise<(FoundArticle | LostArticle)[]> {
    const hits = this.inOrder().slice(start, start + count);
    return Promise.all(hits.map((hit) => this.show(hit)));
  }

  /** How many of the found articles have each name, most first. */
  async counts(column: FactName): Promise<{ name: string; count: number }[]> {
    const counts = new Map<string, number>();
    for (const { shard, mask } of this.answers) {
      if (!shard || !mask.includes(1)) continue;
      const { names, rows } = await shard.facts(column);
      rows.forEach((row, position) => {
        if (mask[position] !== 1) return;
        for (const place of row) {
          const name = names[place] ?? '';
          counts.set(name, (counts.get(name) ?? 0) + 1);
        }
      });
    }
    return [...counts]
      .map(([name, count]) => ({ name, count }))
      .toSorted((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
  }

  /** The first of the found articles with what a list of them has to say of each. */
  async list(count: number): Promise<ListedArticle[]> {
    return Promise.all(
      this.inOrder()
        .slice(0, count)
        .map(async ({ shard, position }) => {
          const { ids, titles } = await shard.cards();
          const names = async (column: FactName): Promise<string[]> => {
            const facts = await shard.facts(column);
            return (facts.rows[position] ?? []).map((place) => facts.names[place] ?? '');
          };
          return {
            id: ids[position] ?? '',
            title: titles[position] ?? '',
            date: shard.dates[position] ?? '',
            section: (await names('sections'))[0] ?? '',
            authors: await names('authors'),
            tags: await names('tags'),
            lang: (await names('languages'))[0] ?? '',
          };
        }),
    );
  }

  private found(): number {
    return countHits(this.answers);
  }

  private async ask(entries: readonly ShardEntry[]): Promise<void> {
    const query = allOf([this.query, this.restriction]);
    const answers = await Promise.all(
      entries.map(async (entry): Promise<Answer | undefined> => {
        try {
          const shard = await this.engine.shard(entry);
          const { mask, scores } = await evaluate(query, shard);
          return { ...emptyAnswer(entry), shard, mask, scores };
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

  /** Answers at once for the shards that cannot hold what is looked for. */
  private async passOver(): Promise<void> {
    const may = await Promise.all(this.waiting.map((entry) => this.mayHold(entry, this.query)));
    this.answers.push(...this.waiting.filter((_, i) => !may[i]).map(emptyAnswer));
    this.waiting = this.waiting.filter((_, i) => may[i]);
  }

  /** Whether a shard must be opened; where that cannot be told, it must. */
  private async mayHold(entry: ShardEntry, query: Query): Promise<boolean> {
    try {
      return await mayHold(query, this.engine.presence(entry));
    } catch {
      return true;
    }
  }

  /** Opens the shard of an answer for another query; nothing where that finds nothing there. */
  private async openFor(answer: Answer, query: Query): Promise<Shard | undefined> {
    if (!answer.shard && !(await this.mayHold(answer.entry, query))) return undefined;
    return (answer.shard ??= await this.engine.shard(answer.entry));
  }

  private async tryOtherReadings(): Promise<void> {
    try {
      await this.tryOtherSpellings();
      // Who put words in quotation marks is content with one article that has them so.
      const apart = this.found() === 0 ? withPhrasesApart(this.query) : undefined;
      if (apart?.kind === 'apart' && (await this.tryVariant(apart))) {
        this.liberties.push({ kind: 'apart', phrases: apart.phrases });
        this.wanted = [...this.wanted, ...wantedIn(wantedWords(apart.query))];
      }
      if (this.found() >= tooFew) return;
      const words: string[] = [];
      for (const variant of withoutEachWord(this.query)) {
        if (variant.kind === 'without' && (await this.tryVariant(variant)))
          words.push(variant.word);
      }
      if (words.length > 0) this.liberties.push({ kind: 'without', words });
    } catch (error) {
      console.warn('Other readings of the query could not be tried.', error);
    }
  }

  /** Words that no article holds are read as the likeliest words that some do, then as the next likely. */
  private async tryOtherSpellings(): Promise<void> {
    const unknown = unknownWords(this.query, await this.heldWords());
    if (unknown.length === 0) return;
    const known = await this.engine.words();
    const readings = unknown.map((word) => readingsOf(word, known));
    this.suggestions = readings.flatMap(({ word, similar }) =>
      similar.map((instead) => ({ word, instead })),
    );
    let found = false;
    for (let likely = 0; likely < mostReadings && this.found() < enough; likely++) {
      if (!readings.some(({ instead }) => instead[likely] !== undefined)) break;
      const query = readings.reduce(
        (changed, { word, instead }) =>
          withOtherWords(changed, word, [instead[likely] ?? instead[0] ?? []].flat()),
        this.query,
      );
      const [word = ''] = unknown;
      if (await this.tryVariant({ kind: 'corrected', query, word })) {
        found = true;
        this.wanted = [...this.wanted, ...wantedIn(wantedWords(query))];
        for (const reading of readings) reading.used = likely + 1;
      }
    }
    if (found) this.liberties.push(...sayReadings(readings));
  }

  /** The words of the query that some article holds. */
  private async heldWords(): Promise<ReadonlySet<string>> {
    const held = new Set<string>();
    for (const { text } of wantedWords(this.query)) {
      const word: Query = { kind: 'word', text, span: { start: 0, end: 0 } };
      const may = await Promise.all(
        this.answers.map(
          async ({ entry, shard }) => shard !== undefined || this.mayHold(entry, word),
        ),
      );
      const [opened, unopened] = [true, false].map((which) =>
        this.answers.filter(({ shard }, i) => may[i] && (shard !== undefined) === which),
      );
      for (const answer of [...(opened ?? []), ...(unopened ?? [])]) {
        const shard = await this.openFor(answer, word);
        if (!shard || !(await findWord(shard, text)).includes(1)) continue;
        held.add(text);
        break;
      }
    }
    return held;
  }

  /** Adds what a variant finds beyond what has been found. Tells whether that is anything. */
  private async tryVariant(variant: Variant): Promise<boolean> {
    const query = allOf([variant.query, this.restriction]);
    // Readings come in the order of their likelihood; words left out are as good as each other.
    const rank = variant.kind === 'without' ? leastLikely : this.variants.length + 1;
    const number = this.variants.push({ ...variant, rank });
    let added = false;
    const ask = async (answer: Answer): Promise<void> => {
      const shard = await this.openFor(answer, query);
      if (!shard || this.ended) return;
      const { mask, scores } = await evaluate(query, shard);
      for (let i = 0; i < mask.length; i++) {
        if (mask[i] !== 1 || answer.mask[i] === 1) continue;
        answer.mask[i] = 1;
        answer.scores[i] = scores[i] ?? 0;
        answer.variants[i] = number;
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
      hits.sort((a, b) => this.rankOf(a) - this.rankOf(b) || b.score - a.score);
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
      const texts = await Promise.all(best.map(({ shard, position }) => shard.text(position)));
      const candidates = best.map(({ score }, i) => ({ text: texts[i] as ArticleText, score }));
      const close = closeness(candidates, this.wanted);
      const order = best.map((hit, i) => ({ hit, rank: this.rankOf(hit), close: close[i] ?? 0 }));
      order.sort((a, c) => a.rank - c.rank || c.close - a.close);
      this.ordered = [...order.map(({ hit }) => hit), ...hits.slice(lookedAt)];
    } catch (error) {
      console.warn('Some texts did not load; the results stay in the order of the index.', error);
    }
  }

  /** How likely the reading of the query is that found an article; 0 is the query itself. */
  private rankOf({ variant }: Hit): number {
    return this.variants[variant - 1]?.rank ?? 0;
  }

  private async show(hit: Hit): Promise<FoundArticle | LostArticle> {
    const { shard } = hit;
    const variant = this.variants[hit.variant - 1];
    try {
      const text = await shard.text(hit.position);
      return {
        id: text.id,
        title: markHeadline(text.title, this.wanted),
        derived: text.derived === true,
        date: text.date,
        section: text.section,
        lang: text.lang,
        dir: text.dir,
        excerpt: cutExcerpt(text, this.wanted),
        without: variant?.kind === 'without' ? variant.word : undefined,
      };
    } catch (error) {
      console.warn('The text of an article did not load.', error);
      return { date: shard.dates[hit.position] ?? '', lost: true };
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
      suggestions: this.suggestions,
      searched: spanOf(spans),
      waiting: this.waiting.map(span),
      failed: this.failed.map(span),
      orderMayChange:
        order === 'relevance' && this.state === 'searching' && this.waiting.length > 0,
    });
  }
}

/** What an export says of an article. */
export interface ListedArticle {
  id: string;
  title: string;
  date: string;
  section: string;
  authors: string[];
  tags: string[];
  lang: string;
}

/** The chosen range, sections and so on, as a query. */
function restrictionOf({ from, to, facts }: SearchRequest): Query {
  const nowhere = { start: 0, end: 0 };
  const parts: Query[] = [];
  if (from === 'undated' || to === 'undated') parts.push({ kind: 'undated', span: nowhere });
  else if (from !== undefined || to !== undefined) {
    parts.push({
      kind: 'dates',
      from: from === undefined ? undefined : periodOf(from)?.from,
      to: to === undefined ? undefined : periodOf(to)?.to,
      span: nowhere,
    });
  }
  for (const exclude of [false, true]) {
    const columns = new Map<FactName, Query[]>();
    for (const fact of facts.filter((chosen) => chosen.exclude === exclude)) {
      const { column, name } = fact;
      const queries = columns.get(column) ?? [];
      queries.push({ kind: 'fact', column, name, span: nowhere });
      columns.set(column, queries);
    }
    for (const queries of columns.values()) {
      const any: Query = { kind: 'or', parts: queries };
      parts.push(exclude ? { kind: 'not', part: any } : any);
    }
  }
  return allOf(parts);
}

/** Whether a shard can hold anything that a query finds, as far as dates tell. */
function isInTime(entry: ShardEntry, query: Query): boolean {
  const parts = query.kind === 'and' ? query.parts : [query];
  return parts.every((part) => {
    if (part.kind === 'undated') return /(?:^|\n)undated /.test(entry.days);
    if (part.kind !== 'dates') return true;
    return parseDayCounts(entry.days).some(({ date }) => inRange(date, part.from, part.to));
  });
}

/** The undated stay last: nobody looks for the oldest to find what has no date. */
function oldestFirst(entries: readonly ShardEntry[]): ShardEntry[] {
  const dated = entries.filter(({ newest }) => newest !== 'undated');
  return [...dated.toReversed(), ...entries.filter(({ newest }) => newest === 'undated')];
}

/** A word that no article holds, and what may be meant: each reading a word, or all that begin alike. */
interface Reading {
  word: string;
  similar: string[];
  instead: string[][];
  /** How many of the readings found anything. */
  used: number;
  beginning: boolean;
}

function readingsOf(word: string, known: ArchiveWords): Reading {
  const similar = known.similarTo(word);
  const longer = word.length >= 3 ? known.beginningWith(word).slice(0, 12) : [];
  const beginning = longer.length > 0;
  const single = similar.filter((other) => !longer.includes(other)).map((other) => [other]);
  return { word, similar, instead: beginning ? [longer, ...single] : single, used: 0, beginning };
}

function sayReadings(readings: readonly Reading[]): Liberty[] {
  const lacking = readings.filter(({ instead }) => instead.length === 0).map(({ word }) => word);
  const read = readings
    .filter(({ instead }) => instead.length > 0)
    .map(({ word, instead, used, beginning }): Liberty =>
      beginning && used <= 1
        ? { kind: 'beginning', word }
        : { kind: 'corrected', word, meant: instead.slice(beginning ? 1 : 0, used).flat() },
    );
  return lacking.length > 0 ? [...read, { kind: 'without', words: lacking }] : read;
}

const span = ({ newest, oldest }: ShardEntry): { newest: string; oldest: string } => ({
  newest,
  oldest,
});

function spanOf(entries: readonly ShardEntry[]): Progress['searched'] {
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
