// The contract between a reader of a foreign format and the command that imports. A reader is pure: it is
// given an original's text and gives back what stands in it, article by article. It never throws for
// anything an original holds, knows no disk and no clock.

import type { Problem } from '../problem.ts';

/** How a reader is told what the keeper asked for. */
export interface ImportContext {
  /** The original's name as it is recorded, with forward slashes: `export-2009/news/a001.txt`. */
  path: string;
  /** The last day a date may name, `2026-11-23`: what lies after it is refused as a slip. */
  latestDay: string;
  /** How `03/04/2019` is to be read; undefined when nobody has said. */
  dateOrder?: DateOrder | undefined;
  /**
   * What the moment programs count from, 1970-01-01T00:00:00Z, is in this source: a `day`, or `none` even where
   * it is written without a clock time. Where nobody can tell, that moment is none and the day is one.
   */
  epoch?: 'day' | 'none' | undefined;
  /** The address the originals were published under, for links and pictures that are relative. */
  address?: string | undefined;
  /** Which column or key fills which field, for tables and JSON (`column: field`). */
  columns?: Readonly<Record<string, string>> | undefined;
  /** The texts of files beside the original that its reader asked for, by their paths from it. */
  textsBeside?: ReadonlyMap<string, string> | undefined;
  /** Whether pages that are not posts are taken, too. */
  withPages?: boolean | undefined;
  /** Whether the path of each original's address becomes an alias of its article. */
  withAddresses?: boolean | undefined;
}

/** Day first or month first. */
export type DateOrder = 'dmy' | 'mdy';

/** What is known of how a fact came about: `given`, `given (file name)`, `derived`, `unknown`. */
export type Provenance = string;

/** The front matter an importer may fill. Dates are date tags; the rest is as the schema has it. */
export interface DraftFields {
  title?: string | undefined;
  date: string;
  time?: string | undefined;
  updated?: string | undefined;
  summary?: string | undefined;
  section?: string | undefined;
  authors?: string[] | undefined;
  tags?: string[] | undefined;
  lang?: string | undefined;
  dir?: 'ltr' | 'rtl' | undefined;
  dateline?: string | undefined;
  image?: { src: string; alt?: string; caption?: string; credit?: string } | undefined;
  corrections?: { date: string; note: string }[] | undefined;
  aliases?: string[] | undefined;
  draft?: boolean | undefined;
}

/** Where a draft comes from, as far as the original says it. */
export interface DraftSource {
  name?: string | undefined;
  url?: string | undefined;
  licence?: string | undefined;
  /** The original's own name for the item, unique in the world: a feed's guid, a newsroom's uri. */
  id?: string | undefined;
  /** The version the original gives itself. */
  version?: string | undefined;
  /** What the original says beyond the fields of an article, kept as it was. */
  fields?: Record<string, unknown> | undefined;
}

/** An article to be: read and checked, not yet given a slug or a file. */
export interface Draft {
  kind: 'draft';
  /** Which part of the original it is, when the original holds several: `item 12`, `line 3`. */
  item?: string | undefined;
  /** The line of the original it begins on, from 1. */
  line?: number | undefined;
  fields: DraftFields;
  /** The slug the original had, if any; made fit for an address later. */
  slug?: string | undefined;
  /** Markdown. */
  body: string;
  source: DraftSource;
  provenance: { headline: Provenance; date: Provenance; language: Provenance; author: Provenance };
  /** The original's text of this part alone, where the original holds several: its digest identifies it. */
  part?: string | undefined;
  /** What is doubtful; all are warnings. */
  problems: Problem[];
  /** What was done to the text, in whole sentences, for the report. */
  notes: string[];
  /** Pictures of the body that may lie beside the original, as their paths are written. */
  pictures?: string[] | undefined;
}

/** A part of an original that is no article: refused with the reason. */
export interface Refusal {
  kind: 'refused';
  item?: string | undefined;
  line?: number | undefined;
  /** The original's text of this part alone, where the original holds several. */
  part?: string | undefined;
  problem: Problem;
}

/** A part that is passed over on purpose, such as a menu entry of a WordPress export. */
export interface LeftOut {
  kind: 'left-out';
  item?: string | undefined;
  /** What it is, in the plural: `attachments`, `pages`. */
  what: string;
  count: number;
}

/** Something to say about the original as a whole, such as "This feed holds summaries only". */
export interface Remark {
  kind: 'remark';
  problem: Problem;
}

/** Which column of a table or key of a record was taken for which field. */
export interface Columns {
  kind: 'columns';
  columns: Record<string, string>;
}

export type Reading = Draft | Refusal | LeftOut | Remark | Columns;

/** The first characters of an original, enough to recognise a format by. */
export interface Head {
  /** Up to 64 kB of the text. */
  text: string;
  path: string;
  /** Whether `text` is the whole original. */
  whole: boolean;
}

/** What every reader says of itself. */
interface AnyImporter {
  /** Its name for `--format`, for ever. */
  format: string;
  /** What it reads, for the help text. */
  reads: string;
  /**
   * How well the head of an original fits: 0 not at all, 100 beyond doubt. The highest wins; plain text
   * answers 1 to everything.
   */
  recognise: (head: Head) => number;
  /**
   * Whether the text holds values, such as strings of JSON, in which Unicode's separators of lines and paragraphs may
   * stand as they are. Then the text is given with them, and the reader cleans the values (`plainData` does).
   */
  hasValues?: boolean;
}

/** A reader of text. */
export interface TextImporter extends AnyImporter {
  /** Reads a whole original. Never throws for anything in the text. */
  read: (text: string, context: ImportContext) => Reading[];
  /**
   * Reads an original that is too large to hold, in pieces. `open` may be called more than once, each time
   * giving the text from its beginning.
   */
  readLarge?: (open: () => AsyncIterable<string>, context: ImportContext) => AsyncIterable<Reading>;
  /** The files that hold the texts of an original's parts, by their paths from it. */
  textsBeside?: (text: string) => string[];
  /** The original of whose parts a file holds a text, by its path from the file; none where it stands alone. */
  belongsTo?: (path: string) => string | undefined;
}

/** A reader of what is in more than one encoding, such as a box of messages. */
export interface BytesImporter extends AnyImporter {
  /** Reads an original of any size. Never throws for anything in it. */
  readBytes: (
    open: () => AsyncIterable<Uint8Array>,
    context: ImportContext,
  ) => AsyncIterable<Reading>;
}

export type Importer = TextImporter | BytesImporter;
