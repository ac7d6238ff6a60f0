// One import from originals to articles, in their order.

import { findArticleFiles } from '../../content-folder/content.ts';
import { listPublicFiles } from '../../content-folder/public-files.ts';
import { mapFiles } from '../../disk/map-files.ts';
import { findOriginals, type Original } from '../../originals/originals.ts';
import { Quarantine } from '../../originals/quarantine.ts';
import { TemporaryFolder } from '../../disk/temporary-folder.ts';
import type { OriginalRecord } from '../../importers/article-file.ts';
import type { Reading } from '../../importers/importer.ts';
import { readImportRecord } from '../../importers/decisions/import-record.ts';
import { ImportDecisions } from '../../importers/decisions/import-decisions.ts';
import { NearDuplicates, type NearDuplicate } from '../../importers/decisions/near-duplicates.ts';
import { ArticleLinks } from '../../importers/links/article-links.ts';
import { AddressBook } from './address-book.ts';
import { ArticleStore } from './article-store.ts';
import type { ImportListener, ImportOptions } from './import-options.ts';
import { leftOutOutcome, passedOver, refusedOutcome, unreadableOutcome } from './outcomes.ts';
import { readAhead, type Loaded } from './read-ahead.ts';
import { readOriginal, type Readings } from './readings.ts';
import { setAside } from './set-aside.ts';
import { DraftTaker } from './take-draft.ts';

export interface ImportSummary {
  originals: number;
  bytes: number;
  nearDuplicates: NearDuplicate[];
  /** How many links between articles were led to new addresses. */
  links: number;
}

/**
 * Runs an import.
 *
 * @throws WriteError where an article, a picture or a copy cannot be written; what was written before stays, and
 *   the next run goes on from there
 */
export async function runImport(
  options: ImportOptions,
  listener: ImportListener,
): Promise<ImportSummary> {
  const temporary = new TemporaryFolder();
  try {
    const run = new ImportRun(options, listener, temporary);
    return await run.run();
  } finally {
    await temporary.remove();
  }
}

class ImportRun {
  private readonly options: ImportOptions;
  private readonly listener: ImportListener;
  private readonly temporary: TemporaryFolder;
  private readonly store: ArticleStore;
  private readonly quarantine: Quarantine | undefined;
  private readonly links = new ArticleLinks();

  constructor(options: ImportOptions, listener: ImportListener, temporary: TemporaryFolder) {
    this.options = options;
    this.listener = listener;
    this.temporary = temporary;
    const { content, dryRun, quarantine } = options;
    this.store = new ArticleStore(content, { dryRun, temporary });
    this.quarantine = quarantine === undefined || dryRun ? undefined : new Quarantine(quarantine);
  }

  async run(): Promise<ImportSummary> {
    const { content, paths } = this.options;
    const addresses = new AddressBook(listPublicFiles());
    const records = await mapFiles(content, await findArticleFiles(content), (text, file) =>
      readImportRecord(text, file, (target) => {
        this.links.add(target);
        addresses.enter(file, target.aliases ?? []);
      }),
    );
    const heldByDate = Map.groupBy(records, ({ date }) => date);
    const nearDuplicates = new NearDuplicates((date, most) => {
      const files = (heldByDate.get(date) ?? []).map(({ file }) => file);
      return this.store.readLast(files, most);
    });
    const taker = new DraftTaker(this.options, this.listener, {
      store: this.store,
      decisions: new ImportDecisions(records, addresses.reservedFiles()),
      links: this.links,
      addresses,
      nearDuplicates,
    });
    let originals = 0;
    let bytes = 0;
    for await (const loaded of readAhead(findOriginals(paths, this.temporary))) {
      originals++;
      bytes += await this.takeOriginal(loaded, taker);
      this.listener.onProgress(originals, bytes);
    }
    await taker.finish();
    await this.store.finish();
    return {
      originals,
      bytes,
      nearDuplicates: [...nearDuplicates.pairs()],
      links: this.links.resolved,
    };
  }

  /** @returns the size of the original in bytes */
  private async takeOriginal(loaded: Loaded, taker: DraftTaker): Promise<number> {
    if ('reason' in loaded) {
      await this.listener.onOutcome(unreadableOutcome(loaded));
      return 0;
    }
    const { original, bytes } = loaded;
    const what =
      setAside(original.path, {
        anyText: this.options.format !== undefined,
        head: bytes && headOf(bytes),
      }) ?? ((await this.belongsToAnother(original)) ? 'texts of another original' : undefined);
    if (what !== undefined) {
      await this.listener.onOutcome(passedOver(original.path, what));
      return original.size;
    }
    const read = await readOriginal(original, bytes, this.options);
    for (const note of read.notes) this.listener.onNote(original.path, note);
    for (const problem of read.problems) this.listener.onRemark(problem);
    const record = { path: original.path, sha256: read.sha256 };
    for await (const reading of read.readings) {
      if (reading.kind === 'draft') await taker.take(reading, record, read.format, original);
      else await this.tell(reading, record, read, original, bytes);
    }
    return original.size;
  }

  /** Whether a file holds the text of a part of another original, which takes it along. */
  private async belongsToAnother(original: Original): Promise<boolean> {
    for (const importer of this.options.importers) {
      const main = 'belongsTo' in importer ? importer.belongsTo?.(original.path) : undefined;
      if (main !== undefined && (await original.findPicture(main))) return true;
    }
    return false;
  }

  /** Passes on what became no article. */
  private async tell(
    reading: Exclude<Reading, { kind: 'draft' }>,
    record: OriginalRecord,
    { format }: Readings,
    original: Original,
    bytes: Uint8Array | undefined,
  ): Promise<void> {
    switch (reading.kind) {
      case 'columns':
        return this.listener.onColumns(record.path, reading.columns);
      case 'remark':
        return this.listener.onRemark(reading.problem);
      case 'left-out':
        return this.listener.onOutcome(leftOutOutcome(reading, record, format));
      case 'refused':
        await this.listener.onOutcome(refusedOutcome(reading, record, format));
        return this.quarantine?.keep(original, reading, bytes);
    }
  }
}

/** The beginning of a text, for a look at its front matter. */
const headOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes.subarray(0, 16_384));
