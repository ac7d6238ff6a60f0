// One import from originals to articles: everything that touches the disk, in order.

import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { checkArticle } from '../../article/article.ts';
import { findArticleFiles } from '../../files/content.ts';
import { mapFiles } from '../../files/map-files.ts';
import { placePictures, type PictureAtHand } from './place-pictures.ts';
import { findOriginals, type Original } from '../../files/originals.ts';
import { TemporaryFolder } from '../../files/temporary-folder.ts';
import { WholeFileWriter } from '../../files/write-whole.ts';
import { addressOfFile, cleanAliases } from '../../importers/aliases.ts';
import { changeBody, printDraft, type OriginalRecord } from '../../importers/article-file.ts';
import type {
  Draft,
  Importer,
  ImportContext,
  LeftOut,
  Reading,
  Refusal,
} from '../../importers/importer.ts';
import { describeDifference } from '../../importers/intake/difference.ts';
import { bodyOfFile, readImprint } from '../../importers/intake/imprint.ts';
import { Intake, type Decision } from '../../importers/intake/intake.ts';
import {
  NearDuplicates,
  type Held,
  type NearDuplicate,
} from '../../importers/intake/near-duplicates.ts';
import { ArticleLinks, deadLinks, type Waiting } from '../../importers/links/article-links.ts';
import type { LinkPlace } from '../../importers/links/link-map.ts';
import { withPictures } from '../../importers/pictures.ts';
import { headlineOf, slugOfDraft } from '../../importers/intake/slug-of-draft.ts';
import { refuse } from '../../importers/refuse.ts';
import { isError, type Problem } from '../../problem.ts';
import { Quarantine } from '../../files/quarantine.ts';
import type { Outcome } from './outcome.ts';
import { setAside } from './set-aside.ts';
import { readAhead, type Loaded } from './read-ahead.ts';
import { readLarge, readSmall, type Readings } from './readings.ts';

export interface ImportOptions {
  paths: readonly string[];
  /** The content folder. */
  content: string;
  importers: readonly Importer[];
  format?: string | undefined;
  dryRun: boolean;
  /** Whether articles whose originals have changed are taken again. */
  update: boolean;
  /** Whether those a keeper has edited are taken again, too. */
  overwrite: boolean;
  mendEncoding: boolean;
  quarantine?: string | undefined;
  context: Omit<ImportContext, 'path'>;
  /** What every article is given where its original says nothing. */
  defaults: {
    name?: string | undefined;
    licence?: string | undefined;
    language?: string | undefined;
  };
  /** The language of the site, for texts that name none. */
  siteLanguage: string;
}

export interface ImportListener {
  onOutcome: (outcome: Outcome) => void | Promise<void>;
  /** Something to say about an original as a whole. */
  onRemark: (problem: Problem) => void;
  /** Which columns of an original were taken for which fields. */
  onColumns: (original: string, columns: Readonly<Record<string, string>>) => void;
  onNote: (original: string, note: string) => void;
  onProgress: (originals: number, bytes: number) => void;
}

export interface ImportSummary {
  originals: number;
  bytes: number;
  nearDuplicates: NearDuplicate[];
  /** How many links between articles were led to new addresses. */
  links: number;
}

/** How many files are written at a time. */
const writesAtOnce = 16;

/** Runs an import. Throws only when the disk fails. */
export async function runImport(
  options: ImportOptions,
  listener: ImportListener,
): Promise<ImportSummary> {
  const run = new ImportRun(options, listener);
  return run.run();
}

class ImportRun {
  private readonly options: ImportOptions;
  private readonly listener: ImportListener;
  private readonly writer: WholeFileWriter;
  private readonly quarantine: Quarantine | undefined;
  private readonly nearDuplicates = new NearDuplicates((date, most) => this.readDay(date, most));
  /** The files the archive held before this run, by date tag. */
  private readonly heldByDate = new Map<string, string[]>();
  private readonly removed = new Set<string>();
  private readonly writing = new Set<Promise<void>>();
  /** Texts decided on in a dry run, so that a second draft for a file is compared with the first. */
  private readonly unwritten = new Map<string, string>();
  private intake = new Intake([]);
  private readonly links = new ArticleLinks();
  private readonly temporary = new TemporaryFolder();

  constructor(options: ImportOptions, listener: ImportListener) {
    this.options = options;
    this.listener = listener;
    this.writer = new WholeFileWriter(options.content);
    const { quarantine, dryRun } = options;
    this.quarantine = quarantine === undefined || dryRun ? undefined : new Quarantine(quarantine);
  }

  async run(): Promise<ImportSummary> {
    const { content, paths } = this.options;
    const files = await findArticleFiles(content);
    const imprints = await mapFiles(content, files, (text, file) =>
      readImprint(text, file, (target) => this.links.add(target)),
    );
    this.intake = new Intake(imprints);
    for (const { date, file } of imprints) {
      const held = this.heldByDate.get(date);
      if (held) held.push(file);
      else this.heldByDate.set(date, [file]);
    }
    let originals = 0;
    let bytes = 0;
    try {
      for await (const loaded of readAhead(findOriginals(paths, this.temporary))) {
        originals++;
        bytes += await this.takeOriginal(loaded);
        this.listener.onProgress(originals, bytes);
      }
    } finally {
      await this.temporary.remove();
    }
    await Promise.all(this.writing);
    for (const waiting of this.links.takeWaiting()) await this.tryLinksAgain(waiting);
    const nearDuplicates = [...this.nearDuplicates.pairs()];
    if (!this.options.dryRun) await this.writer.finish();
    return { originals, bytes, nearDuplicates, links: this.links.resolved };
  }

  private readDay(date: string, most: number): Promise<Held[]> {
    const files = (this.heldByDate.get(date) ?? []).filter((file) => !this.removed.has(file));
    return mapFiles(this.options.content, files.slice(-most), (text, file) => ({
      file,
      body: bodyOfFile(text),
    }));
  }

  /** @returns the size of the original in bytes */
  private async takeOriginal(loaded: Loaded): Promise<number> {
    if ('reason' in loaded) {
      await this.listener.onOutcome(unreadableOutcome(loaded));
      return 0;
    }
    const { original, bytes } = loaded;
    const what = setAside(original.path, this.options.format !== undefined);
    if (what !== undefined) {
      await this.listener.onOutcome(leftOut(original.path, what));
      return original.size;
    }
    const read = await this.readOriginal(original, bytes);
    for (const note of read.notes) this.listener.onNote(original.path, note);
    for (const remark of read.problems) {
      if (remark.kind === 'remark') this.listener.onRemark(remark.problem);
    }
    const record = { path: original.path, sha256: read.sha256 };
    try {
      for await (const reading of read.readings) {
        await this.takeReading(reading, record, read, original);
        if (reading.kind === 'refused') await this.quarantine?.keep(original, reading, bytes);
      }
    } catch (error) {
      if (!isReadFailure(error)) throw error;
      await this.listener.onOutcome(
        unreadableOutcome({
          path: original.path,
          reason: 'unreadable',
          detail: (error as Error).message,
        }),
      );
    }
    return original.size;
  }

  /** Reads an original; if a reader fails, which is our fault, the run goes on without it. */
  private async readOriginal(original: Original, bytes: Uint8Array | undefined): Promise<Readings> {
    try {
      return bytes === undefined
        ? await readLarge(original, this.options)
        : readSmall(original.path, bytes, this.options);
    } catch (error) {
      const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
      const refused = refuse(original, {
        rule: 'reader-failed',
        message: `Its reader failed, which is a fault of Dateline (${message.slice(0, 200)}).`,
        mend: 'Leave it out for now, and report it with the original.',
      });
      return { sha256: '', format: 'none', readings: [refused], notes: [], problems: [] };
    }
  }

  private async takeReading(
    reading: Reading,
    record: OriginalRecord,
    read: Readings,
    original: Original,
  ): Promise<void> {
    switch (reading.kind) {
      case 'columns':
        return this.listener.onColumns(record.path, reading.columns);
      case 'remark':
        return this.listener.onRemark(reading.problem);
      case 'left-out':
        return this.listener.onOutcome(leftOutOutcome(reading, record, read.format));
      case 'refused':
        return this.listener.onOutcome(refusedOutcome(reading, record, read.format));
      case 'draft':
        return this.takeDraft(reading, record, read.format, original);
    }
  }

  private async takeDraft(
    read: Draft,
    record: OriginalRecord,
    format: string,
    original: Original,
  ): Promise<void> {
    const draft = withDefaults(read, this.options.defaults);
    const headline = headlineOf(draft, this.options.siteLanguage);
    const slug = slugOfDraft(draft, headline, record.path);
    const decision = this.intake.decide(draft, record, slug);
    const outcome: Outcome = {
      result: 'unchanged',
      original: record.path,
      item: draft.item,
      count: 1,
      file: decision.file,
      title: headline,
      date: draft.fields.date,
      provenance: draft.provenance,
      format,
      notes: draft.notes,
      problems: draft.problems,
    };
    const { update, overwrite } = this.options;
    // The same original may be read differently with other options, or by a better reader.
    if (decision.act === 'keep' && !update && !overwrite) return this.listener.onOutcome(outcome);
    if (decision.act === 'pass')
      return this.listener.onOutcome({
        ...leftOut(record.path, 'older versions'),
        item: draft.item,
        file: decision.file,
        format,
      });
    const file = 'to' in decision ? decision.to : decision.file;
    const place: LinkPlace = {
      original: record.path,
      url: draft.source.url,
      aliases: cleanAliases(draft.fields.aliases ?? [], addressOfFile(file)),
    };
    const whole = draft.item === undefined ? record.path : undefined;
    this.links.add({ ...place, file, original: whole }, decision.file);
    if (decision.act === 'join') return this.listener.onOutcome({ ...outcome, result: 'joined' });
    const placed = await placePictures(draft, original, file);
    const pictured = withPictures(withOldAddress(draft, decision), placed);
    const { body, open } = this.links.resolve(pictured.body, place, decision.act !== 'create');
    const complete = { ...pictured, body };
    outcome.notes = complete.notes;
    const wait = (): void => {
      if (open.length > 0) this.links.wait({ file, place, line: draft.line });
    };
    const text = printDraft(complete, record, file);
    const { fields, problems } = checkArticle(text, file);
    if (!fields) {
      const problem = problems.find(isError);
      return this.listener.onOutcome({
        ...outcome,
        result: 'refused',
        file: undefined,
        problems: problem ? [{ ...problem, place: { file: record.path, line: draft.line } }] : [],
      });
    }
    outcome.problems = [...draft.problems, ...doubts(problems, record, draft)];
    if (decision.act === 'create') {
      await this.nearDuplicates.add({ file, date: fields.date }, draft.body);
      await this.write(file, text);
      await this.copyPictures(placed, file);
      wait();
      return this.listener.onOutcome({ ...outcome, result: 'created', file });
    }
    const result = await this.renew(decision, text, outcome);
    if (result !== 'updated') return;
    await this.copyPictures(placed, file);
    wait();
  }

  /** Resolves links to articles that were read after the one they stand in. */
  private async tryLinksAgain(waiting: Waiting): Promise<void> {
    const { file, place } = waiting;
    const old =
      this.unwritten.get(file) ??
      (this.options.dryRun ? undefined : await readFile(join(this.options.content, file), 'utf8'));
    if (old === undefined) return;
    let open: string[] = [];
    const text = changeBody(old, (body) => {
      const again = this.links.resolve(body, place, true);
      open = again.open;
      return again.body;
    });
    if (text !== old && !this.options.dryRun) await this.writer.write(file, text);
    const problem = deadLinks(open, waiting);
    if (problem) this.listener.onRemark(problem);
  }

  private async renew(
    decision: Exclude<Decision, { act: 'create' | 'join' | 'pass' }>,
    text: string,
    outcome: Outcome,
  ): Promise<Outcome['result']> {
    await Promise.all(this.writing);
    const { content } = this.options;
    const old =
      this.unwritten.get(decision.file) ?? (await readFile(join(content, decision.file), 'utf8'));
    const difference = describeDifference(old, text);
    const result = this.resultOf(decision, difference);
    if (result === 'updated') {
      await this.write(decision.to, text);
      if (decision.to !== decision.file && !this.options.dryRun) {
        await Promise.all(this.writing);
        await rm(join(content, decision.file));
        this.removed.add(decision.file);
      }
    }
    const file = result === 'updated' ? decision.to : decision.file;
    const shown = result === 'unchanged' ? undefined : difference;
    await this.listener.onOutcome({ ...outcome, result, file, difference: shown });
    return result;
  }

  private resultOf(
    decision: Exclude<Decision, { act: 'create' | 'join' | 'pass' }>,
    difference: readonly string[],
  ): Outcome['result'] {
    const { update, overwrite } = this.options;
    if (difference.length === 0) return 'unchanged';
    if ('isNewVersion' in decision && decision.isNewVersion) return 'updated';
    if (!update && !overwrite) return 'changed';
    return decision.edited && !overwrite ? 'edited' : 'updated';
  }

  private async copyPictures(placed: readonly PictureAtHand[], file: string): Promise<void> {
    if (this.options.dryRun) return;
    for (const { copy, read } of placed)
      await this.writer.write(`${file.slice(0, file.lastIndexOf('/'))}/${copy}`, await read());
  }

  private async write(file: string, text: string): Promise<void> {
    if (this.options.dryRun) {
      if (this.unwritten.size < 10_000) this.unwritten.set(file, text);
      return;
    }
    const done = this.writer.write(file, text).finally(() => this.writing.delete(done));
    this.writing.add(done);
    if (this.writing.size >= writesAtOnce) await Promise.race(this.writing);
  }
}

function withDefaults(draft: Draft, { name, licence, language }: ImportOptions['defaults']): Draft {
  if (name === undefined && licence === undefined && language === undefined) return draft;
  const isGiven = draft.provenance.language === 'given' || language === undefined;
  return {
    ...draft,
    fields: isGiven ? draft.fields : { ...draft.fields, lang: language },
    provenance: isGiven ? draft.provenance : { ...draft.provenance, language: 'given (on import)' },
    source: {
      ...draft.source,
      name: draft.source.name ?? name,
      licence: draft.source.licence ?? licence,
    },
  };
}

/** An article that moves to another day answers at its old address. */
function withOldAddress(draft: Draft, decision: Decision): Draft {
  if (!('to' in decision) || decision.to === decision.file) return draft;
  const old = addressOfFile(decision.file);
  return { ...draft, fields: { ...draft.fields, aliases: [...(draft.fields.aliases ?? []), old] } };
}

/** The parser's warnings, at the original's place. */
const doubts = (problems: readonly Problem[], record: OriginalRecord, draft: Draft): Problem[] =>
  problems.map((problem) => ({ ...problem, place: { file: record.path, line: draft.line } }));

function leftOutOutcome(reading: LeftOut, record: OriginalRecord, format: string): Outcome {
  return {
    result: 'left-out',
    original: record.path,
    item: reading.item,
    count: reading.count,
    title: reading.what,
    format,
    notes: [],
    problems: [],
  };
}

function refusedOutcome(reading: Refusal, record: OriginalRecord, format: string): Outcome {
  return {
    result: 'refused',
    original: record.path,
    item: reading.item,
    count: 1,
    format,
    notes: [],
    problems: [reading.problem],
  };
}

/** An original that is passed over by its kind. */
const leftOut = (original: string, what: string): Outcome => ({
  result: 'left-out',
  original,
  count: 1,
  title: what,
  notes: [],
  problems: [],
});

const passedOver: Record<string, string> = {
  link: 'links to other files',
  special: 'files that are no files',
};

const mends: Record<string, string> = {
  missing: 'Check the path.',
  encrypted: 'Unpack it with its password and import the folder.',
  'archive-empty': 'Look for a better copy of the archive, or leave it out.',
  'archive-broken': 'Unpack it with another program and import the folder.',
  'archive-bomb': 'It is made to fill disks; do not unpack it. Leave it out.',
  unreadable: 'Check that the file is whole and may be read.',
};

function unreadableOutcome(unreadable: Extract<Loaded, { reason: string }>): Outcome {
  const { path, reason, detail } = unreadable;
  const what = passedOver[reason];
  if (what !== undefined) return leftOut(path, what);
  const problem: Problem = {
    place: { file: path },
    rule: reason,
    severity: 'error',
    message: `It could not be opened: ${detail}`,
    mend: mends[reason] ?? '',
  };
  return { result: 'refused', original: path, count: 1, notes: [], problems: [problem] };
}

/** Failures of an archive or a disk in the midst of reading, as opposed to our own mistakes. */
const isReadFailure = (error: unknown): boolean =>
  error instanceof Error &&
  ('code' in error ||
    'errno' in error ||
    /unpacks to more|Unexpected end|zip|tar/i.test(error.message));
