// What an article file remembers of its import, read from its front matter.

import { parseFrontMatter } from '../../article/front-matter.ts';
import { isEdited, keyOf, recordedDigest } from '../article-file.ts';
import type { LinkTarget } from '../links/link-map.ts';
import { textDigest } from './text-digest.ts';

export interface ImportRecord {
  /** The article's file below the content folder. */
  file: string;
  /** The article's date tag. */
  date: string;
  /** The address of its part of the original; none in an article a keeper wrote. */
  key?: string | undefined;
  /** The SHA-256 of the original, or of its part. */
  sha256?: string | undefined;
  /** The version its original gave itself. */
  version?: string | undefined;
  textDigest: string;
  /** The digest of its own headline; none where it has none. */
  titleDigest?: string | undefined;
  /** Whether the file was changed since it was imported. */
  edited: boolean;
}

/**
 * Reads the record of an article file; of a file that is no article, its place alone counts.
 *
 * @param onNames is told under which names links know the article
 */
export function readImportRecord(
  text: string,
  file: string,
  onNames?: (target: LinkTarget) => void,
): ImportRecord {
  const lines = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const quick = recordedDigest(text) === undefined ? undefined : quickSource(lines);
  const known = quick ?? slowSource(lines);
  onNames?.({
    file,
    original: known.item === undefined ? known.file : undefined,
    url: known.url,
    aliases: known.aliases,
  });
  const key = known.file === undefined ? undefined : keyOf({ ...known, file: known.file });
  return {
    file,
    date: ownCopy(known.date) ?? '',
    key: ownCopy(key),
    sha256: ownCopy(known.sha256),
    version: ownCopy(known.version),
    textDigest: textDigest(bodyOfFile(lines)),
    titleDigest: known.title === undefined ? undefined : textDigest(known.title),
    edited: known.imported === undefined || isEdited(text),
  };
}

/** What stands below the front matter of an article file. */
export function bodyOfFile(text: string): string {
  const end = /\r?\n---\r?\n/.exec(text);
  return end === null ? text : text.slice(end.index + end[0].length);
}

/** A piece of a string keeps the whole of it in memory; of a hundred thousand files that is too much. */
const ownCopy = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : Buffer.from(text).toString();

interface KnownSource {
  title?: string | undefined;
  date?: string | undefined;
  file?: string | undefined;
  item?: string | undefined;
  version?: string | undefined;
  id?: string | undefined;
  sha256?: string | undefined;
  imported?: string | undefined;
  url?: string | undefined;
  aliases: string[];
}

const value = (line: RegExp, from: string): string | undefined => line.exec(from)?.[1];

const aliasList = /^aliases:\n((?: {2}- .+\n)+)/m;

/** Reads plain values line by line: a hundred thousand files are looked through before each import. */
function quickSource(text: string): KnownSource | undefined {
  const head = text.slice(0, text.indexOf('\n---\n', 3) + 1);
  const source = head.slice(head.search(/^source:\n/m));
  const known = {
    title: value(/^title: (.+)$/m, head),
    date: value(/^date: (\S+)$/m, head)?.replaceAll("'", ''),
    file: value(/^ {2}file: (.+)$/m, source),
    item: value(/^ {2}item: (.+)$/m, source),
    id: value(/^ {2}id: (.+)$/m, source),
    version: value(/^ {2}version: '?([^'\n]+)'?$/m, source),
    sha256: value(/^ {2}sha256: '?(\w+)'?$/m, source),
    imported: value(/^ {2}imported: '?(\w+)'?$/m, source),
    url: value(/^ {2}url: (.+)$/m, source),
    aliases: [...(value(aliasList, head) ?? '').matchAll(/- (.+)/g)].map((match) => match[1] ?? ''),
  };
  // A quoted or folded value needs the real parser.
  const plain = [known.title, known.file, known.item, known.id, known.url, ...known.aliases].every(
    (text) => !/^['">|&*!]/.test(text ?? ''),
  );
  return plain && known.date !== undefined && known.sha256 !== undefined ? known : undefined;
}

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;

function slowSource(text: string): KnownSource {
  const parts = parseFrontMatter(text);
  if ('fault' in parts) return { aliases: [] };
  const { title, date, source, aliases } = parts.data;
  const fields =
    typeof source === 'object' && source !== null && !Array.isArray(source) ? source : {};
  return {
    title: textOf(title),
    date: textOf(date),
    file: textOf(fields['file']),
    item: textOf(fields['item']),
    id: textOf(fields['id']),
    sha256: textOf(fields['sha256']),
    version: textOf(fields['version']),
    imported: textOf(fields['imported']),
    url: textOf(fields['url']),
    aliases: Array.isArray(aliases) ? aliases.map(textOf).filter((path) => path !== undefined) : [],
  };
}
