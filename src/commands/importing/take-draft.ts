// What becomes of one draft: it is given its place, its pictures and its links, checked as any article is, compared
// with what is there, and written.

import { parseArticle } from '../../article/article.ts';
import { checkArticle } from '../../article/check-article.ts';
import type { Original } from '../../originals/originals.ts';
import { addressOfFile, cleanAliases } from '../../importers/aliases.ts';
import {
  changeBody,
  dropAliases,
  giveHeadline,
  printDraft,
  takenHeadline,
  type OriginalRecord,
} from '../../importers/article-file.ts';
import type { Draft } from '../../importers/importer.ts';
import { describeDifference } from '../../importers/decisions/difference.ts';
import type { Decision, ImportDecisions } from '../../importers/decisions/import-decisions.ts';
import type { NearDuplicates } from '../../importers/decisions/near-duplicates.ts';
import { headlineOf, slugOfDraft } from '../../importers/decisions/slug-of-draft.ts';
import { deadLinks, type ArticleLinks, type Waiting } from '../../importers/links/article-links.ts';
import type { LinkPlace } from '../../importers/links/link-map.ts';
import { withPictures } from '../../importers/pictures.ts';
import { isError, type Place, type Problem } from '../../problem.ts';
import type { AddressBook } from './address-book.ts';
import type { ArticleStore } from './article-store.ts';
import type { ImportListener, ImportOptions } from './import-options.ts';
import type { Outcome } from './outcome.ts';
import { passedOver } from './outcomes.ts';
import { atOriginal, outcomeOf, withDefaults, withOldAddress } from './prepare-draft.ts';
import { placePictures, type PictureAtHand } from './place-pictures.ts';
import { aliasLeftOut, resolveAliases } from './resolve-aliases.ts';

/** What a run knows of the articles that are there and those it has made. */
export interface Archive {
  store: ArticleStore;
  decisions: ImportDecisions;
  links: ArticleLinks;
  addresses: AddressBook;
  nearDuplicates: NearDuplicates;
}

/** A decision after which an article is written, or compared with the one that is there. */
type Placing = Exclude<Decision, { act: 'join' | 'name' | 'pass' }>;

/** An article ready to be written. */
interface Printed {
  text: string;
  date: string;
  aliases: readonly string[];
  /** Where it was read. */
  original: Place;
  pictures: PictureAtHand[];
  waiting: Waiting | undefined;
}

export class DraftTaker {
  private readonly options: ImportOptions;
  private readonly listener: ImportListener;
  private readonly archive: Archive;
  /** The articles that this run has written, and where they were read. */
  private readonly written = new Map<string, Place>();

  constructor(options: ImportOptions, listener: ImportListener, archive: Archive) {
    this.options = options;
    this.listener = listener;
    this.archive = archive;
  }

  async take(
    read: Draft,
    record: OriginalRecord,
    format: string,
    original: Original,
  ): Promise<void> {
    const draft = withDefaults(read, this.options.defaults);
    const headline = headlineOf(draft, this.options.siteLanguage);
    const slug = slugOfDraft(draft, headline, record.path);
    const decision = this.archive.decisions.decide(draft, record, slug);
    const outcome = outcomeOf(draft, { record, format, headline, file: decision.file });
    const { update, overwrite } = this.options;
    // The same original may be read differently with other options, or by a better reader.
    if (decision.act === 'keep' && !update && !overwrite) return this.listener.onOutcome(outcome);
    if (decision.act === 'pass') {
      const { item, file } = outcome;
      const left = passedOver(record.path, 'older versions');
      return this.listener.onOutcome({ ...left, item, file, format });
    }
    const place = this.makeKnown(draft, decision, record);
    if (decision.act === 'join') return this.listener.onOutcome({ ...outcome, result: 'joined' });
    if (decision.act === 'name') return this.nameArticle(decision, draft, outcome);
    const titled =
      decision.act === 'create' ? draft : await this.withTakenHeadline(draft, decision);
    const printed = await this.print(titled, decision, place, { record, original, outcome });
    if (!printed) return this.listener.onOutcome(outcome);
    if (decision.act !== 'create') return this.renew(decision, printed, outcome);
    const { file } = decision;
    await this.archive.nearDuplicates.add({ file, date: printed.date }, draft.body);
    await this.write(file, printed);
    return this.listener.onOutcome({ ...outcome, result: 'created' });
  }

  /** Gives an article without a headline the one of the same text in another original. */
  private async nameArticle(
    { file, edited }: Extract<Decision, { act: 'name' }>,
    { fields }: Draft,
    outcome: Outcome,
  ): Promise<void> {
    const { store } = this.archive;
    const old = await store.read(file);
    const text = giveHeadline(old, fields.title ?? '', outcome.original);
    const difference = describeDifference(old, text);
    const leaves = edited && !this.options.overwrite;
    if (!leaves) await store.write(file, text);
    return this.listener.onOutcome({
      ...outcome,
      result: leaves ? 'edited' : 'updated',
      difference,
    });
  }

  /** A draft without a headline keeps the one its article took over. */
  private async withTakenHeadline(
    draft: Draft,
    { file }: Exclude<Placing, { act: 'create' }>,
  ): Promise<Draft> {
    if (draft.fields.title !== undefined) return draft;
    const taken = takenHeadline(await this.archive.store.read(file));
    if (!taken) return draft;
    return {
      ...draft,
      fields: { ...draft.fields, title: taken.title },
      provenance: { ...draft.provenance, headline: taken.provenance },
    };
  }

  /** Resolves what could not be known before everything was read. */
  async finish(): Promise<void> {
    await this.resolveWaiting();
    await this.dropOvertaken();
  }

  /** An old address that an article read later has as its own leads there. */
  private async dropOvertaken(): Promise<void> {
    const { addresses, store } = this.archive;
    for (const { file, alias, by } of addresses.overtaken()) {
      const original = this.written.get(file);
      if (!original) continue;
      await store.write(file, dropAliases(await store.read(file), [alias]));
      const why = `The old address \`${alias}\` is that of \`${by}\`.`;
      this.listener.onRemark(aliasLeftOut(original.file, original.line, why));
    }
  }

  /** Resolves links to articles that were read after the one they stand in. */
  private async resolveWaiting(): Promise<void> {
    for (const waiting of this.archive.links.takeWaiting()) {
      const old = await this.archive.store.read(waiting.file);
      let open: string[] = [];
      const text = changeBody(old, (body) => {
        const again = this.archive.links.resolve(body, waiting.place, true);
        open = again.open;
        return again.body;
      });
      if (text !== old) await this.archive.store.write(waiting.file, text);
      const problem = deadLinks(open, waiting);
      if (problem) this.listener.onRemark(problem);
    }
  }

  /** Lets links find the article; says where it stands among them. */
  private makeKnown(
    draft: Draft,
    decision: Exclude<Decision, { act: 'pass' }>,
    record: OriginalRecord,
  ): LinkPlace {
    const file = fileOf(decision);
    const place: LinkPlace = {
      original: record.path,
      url: draft.source.url,
      aliases: cleanAliases(draft.fields.aliases ?? [], addressOfFile(file)),
    };
    const original = draft.item === undefined ? record.path : undefined;
    this.archive.links.add({ ...place, file, original }, decision.file);
    return place;
  }

  /**
   * Makes the text of an article and completes what is told of it; none where it would not be an article, of which
   * the outcome tells then.
   */
  private async print(
    draft: Draft,
    decision: Placing,
    place: LinkPlace,
    { record, original, outcome }: { record: OriginalRecord; original: Original; outcome: Outcome },
  ): Promise<Printed | undefined> {
    const file = fileOf(decision);
    const pictures = await placePictures(draft, original, file);
    const { resolved, refused } = resolveAliases(
      withOldAddress(draft, decision),
      { file, movesFrom: decision.file, record },
      this.archive.addresses,
    );
    const pictured = withPictures(resolved, pictures, record.path);
    const isAll = decision.act !== 'create';
    const { body, open } = this.archive.links.resolve(pictured.body, place, isAll);
    const text = printDraft({ ...pictured, body }, record, file);
    const { date, problems } = this.check(text, file);
    const told = problems.map((problem) => atOriginal(problem, record, draft));
    outcome.notes = pictured.notes;
    if (date === undefined) {
      outcome.result = 'refused';
      outcome.file = undefined;
      outcome.problems = told.filter(isError).slice(0, 1);
      return undefined;
    }
    outcome.problems = [...pictured.problems, ...refused, ...told];
    const waiting = open.length > 0 ? { file, place, line: draft.line } : undefined;
    const aliases = resolved.fields.aliases ?? [];
    return {
      text,
      date,
      aliases,
      original: { file: record.path, line: draft.line },
      pictures,
      waiting,
    };
  }

  /** What an article file has of problems, and its date where none is an error. */
  private check(text: string, file: string): { date?: string | undefined; problems: Problem[] } {
    // How deep HTML is nested is seen by reading it; all else without.
    if (!text.includes('<')) {
      const { fields, problems } = checkArticle(text, file);
      return { date: fields?.date, problems };
    }
    const { article, problems } = parseArticle(text, { file, language: this.options.siteLanguage });
    return { date: article?.date, problems };
  }

  private async write(
    file: string,
    { text, aliases, original, pictures, waiting }: Printed,
  ): Promise<void> {
    await this.archive.store.write(file, text, pictures);
    this.archive.addresses.enter(file, aliases);
    this.written.set(file, original);
    if (waiting) this.archive.links.wait(waiting);
  }

  private async renew(
    decision: Exclude<Placing, { act: 'create' }>,
    printed: Printed,
    outcome: Outcome,
  ): Promise<void> {
    const { store } = this.archive;
    const difference = describeDifference(await store.read(decision.file), printed.text);
    const result = this.resultOf(decision, difference);
    const isUpdated = result === 'updated';
    if (isUpdated) {
      await this.write(decision.to, printed);
      if (decision.to !== decision.file) {
        this.archive.addresses.strike(decision.file);
        await store.remove(decision.file);
      }
    }
    await this.listener.onOutcome({
      ...outcome,
      result,
      file: isUpdated ? decision.to : decision.file,
      difference: result === 'unchanged' ? undefined : difference,
    });
  }

  private resultOf(
    decision: Exclude<Placing, { act: 'create' }>,
    difference: readonly string[],
  ): Outcome['result'] {
    const { update, overwrite } = this.options;
    if (difference.length === 0) return 'unchanged';
    if ('isNewVersion' in decision && decision.isNewVersion) return 'updated';
    if (!update && !overwrite) return 'changed';
    return decision.edited && !overwrite ? 'edited' : 'updated';
  }
}

/** The file that an article has once a decision is carried out. */
const fileOf = (decision: Decision): string => ('to' in decision ? decision.to : decision.file);
