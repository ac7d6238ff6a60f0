// Decides what becomes of each draft: a new file, an old one left or renewed, or nothing because the article
// is there. It knows the archive by records, remembers what it decided in this run, and touches no disk.

import { slugOfFile } from '../../article/article.ts';
import type { Draft } from '../importer.ts';
import { articleFile, originalDigest, keyOf, type OriginalRecord } from '../article-file.ts';
import type { ImportRecord } from './import-record.ts';
import { textDigest } from './text-digest.ts';

export type Decision =
  /** A new file. */
  | { act: 'create'; file: string }
  /** The same original is there, as it was. */
  | { act: 'keep'; file: string; to: string; edited: boolean }
  /** Another original with the same text and day is there, or was read before in this run. */
  | { act: 'join'; file: string }
  /** A text without a headline is there, which came again with one. */
  | { act: 'name'; file: string; edited: boolean }
  /** A newer version of the same item is there. */
  | { act: 'pass'; file: string }
  /** The original has changed since its import, or is a newer version of an item read before in this run. */
  | { act: 'renew'; file: string; to: string; edited: boolean; isNewVersion: boolean };

export class ImportDecisions {
  private readonly byKey = new Map<string, ImportRecord>();
  private readonly byDigest = new Map<string, ImportRecord>();
  private readonly byText = new Map<string, ImportRecord[]>();
  private readonly files = new Set<string>();
  private readonly reserved: ReadonlySet<string>;
  /** The files of items with versions that this run has made. */
  private readonly ofThisRun = new Set<string>();
  private readonly seen = new Map<string, number>();

  /**
   * @param records all articles the archive holds
   * @param reserved files that no new article may have
   */
  constructor(records: Iterable<ImportRecord>, reserved: ReadonlySet<string> = new Set()) {
    this.reserved = reserved;
    for (const record of records) this.remember(record);
  }

  /**
   * Decides about one draft. Drafts must come in the same order in every run, so that of two that would
   * stand at one address the same one keeps it.
   *
   * @param slug the slug its headline or its original asks for
   */
  decide(draft: Draft, original: OriginalRecord, slug: string): Decision {
    const key = this.freshKey(
      keyOf({ file: original.path, item: draft.item, id: draft.source.id }),
      draft,
    );
    const sha256 = originalDigest(draft, original);
    const digest = textDigest(draft.body);
    const { date } = draft.fields;
    const same = this.byKey.get(key);
    if (same && same.sha256 === sha256) {
      const to = same.date === date ? same.file : this.freeFile(date, slug);
      return { act: 'keep', file: same.file, to, edited: same.edited };
    }
    const { version } = draft.source;
    const order = compareVersions(version, same?.version);
    if (same && order < 0) return { act: 'pass', file: same.file };
    const copy = this.byDigest.get(`${sha256} ${date}`);
    if (copy && (draft.part === undefined || copy.textDigest === digest)) {
      return { act: 'join', file: copy.file };
    }
    // A file name alone does not make two texts one: `a001.txt` stands in many folders.
    const { title } = draft.fields;
    const titleDigest = title === undefined ? undefined : textDigest(title);
    const isSameArticle =
      same &&
      (draft.source.id !== undefined ||
        same.date === date ||
        same.textDigest === digest ||
        slugOfFile(same.file) === slug);
    if (isSameArticle) {
      const to = same.date === date ? same.file : this.freeFile(date, slug);
      const isNewVersion = order > 0 && this.ofThisRun.has(same.file);
      const renewed = { ...same, file: to, date, sha256, version, textDigest: digest, titleDigest };
      this.remember(renewed);
      if (isNewVersion) this.ofThisRun.add(to);
      return { act: 'renew', file: same.file, to, edited: same.edited, isNewVersion };
    }
    const alike = draft.body === '' ? undefined : this.byText.get(`${date} ${digest}`);
    const twin = alike?.find((other) => mayBeSameTitle(other.titleDigest, titleDigest));
    if (twin && twin.titleDigest === undefined && titleDigest !== undefined) {
      twin.titleDigest = titleDigest;
      return { act: 'name', file: twin.file, edited: twin.edited };
    }
    if (twin) return { act: 'join', file: twin.file };
    const file = this.freeFile(date, slug);
    this.remember({
      file,
      date,
      key,
      sha256,
      version,
      textDigest: digest,
      titleDigest,
      edited: false,
    });
    if (version !== undefined) this.ofThisRun.add(file);
    return { act: 'create', file };
  }

  /**
   * The key of a draft. Where two of one run have the same, without versions to tell which is newer, they are
   * two articles: the second gets a key of its own, the same in every run.
   */
  private freshKey(key: string, draft: Draft): string {
    const count = (this.seen.get(key) ?? 0) + 1;
    this.seen.set(key, count);
    return count === 1 || draft.source.version !== undefined ? key : `${key} (${count})`;
  }

  /** The first free file for a slug on a day: `flood.md`, `flood-2.md`, `flood-3.md`. */
  private freeFile(date: string, slug: string): string {
    for (let number = 1; ; number++) {
      const file = articleFile(date, number === 1 ? slug : `${slug}-${number}`);
      if (!this.files.has(file) && !this.reserved.has(file)) return file;
    }
  }

  private remember(record: ImportRecord): void {
    this.files.add(record.file);
    if (record.key !== undefined) this.byKey.set(record.key, record);
    if (record.sha256 !== undefined) {
      this.byDigest.set(`${record.sha256} ${record.date}`, record);
    }
    const text = `${record.date} ${record.textDigest}`;
    const alike = this.byText.get(text);
    if (alike) alike.push(record);
    else this.byText.set(text, [record]);
  }
}

/** Two texts under different headlines are two articles; one without a headline may be either. */
const mayBeSameTitle = (a: string | undefined, b: string | undefined): boolean =>
  a === undefined || b === undefined || a === b;

const byNumbers = new Intl.Collator('en', { numeric: true });

/** Below 0 where `a` is the older version; 0 where they are the same, or one is not known. */
const compareVersions = (a: string | undefined, b: string | undefined): number =>
  a === undefined || b === undefined ? 0 : byNumbers.compare(a, b);
