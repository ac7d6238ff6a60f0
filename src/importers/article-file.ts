// A draft as the file of an article: front matter in the order of the schema, `source` with where every fact
// comes from, and a digest by which a later run sees whether a keeper has edited the file.

import { hash } from 'node:crypto';
import { articleId } from '../article/article.ts';
import { parseFrontMatter, printFrontMatter } from '../article/front-matter.ts';
import { printArticle } from '../article/print-article.ts';
import { addressOfFile, cleanAliases } from './aliases.ts';
import type { Draft } from './importer.ts';

/** The original a draft was read from. */
export interface OriginalRecord {
  /** Its name as it is recorded. */
  path: string;
  /** The SHA-256 of its bytes. */
  sha256: string;
}

/** The line that holds the digest of the rest of the file. */
const digestLine = /^ {2}imported: (\S+)\n/m;

/**
 * What names an article's original from run to run: an identifier that is unique in the world, else the
 * original's name with the identifier or the part of it.
 */
export function keyOf(source: {
  file: string;
  item?: string | undefined;
  id?: string | undefined;
}): string {
  const { file, item, id } = source;
  // A uri, or the name of a WordPress site with the number of a post; a bare number is unique in its file.
  if (id !== undefined && /^[a-z][a-z0-9+.-]*:./i.test(id)) return id;
  const part = id ?? item;
  return part === undefined ? file : `${file}#${part}`;
}

/** The SHA-256 of the original: of the whole, or of the part a draft was read from. */
export function originalDigest(draft: Draft, original: OriginalRecord): string {
  return draft.part === undefined ? original.sha256 : hash('sha256', draft.part);
}

/** The folder and file of an article below the content folder: `articles/2023/11/12/flood.md`. */
export const articleFile = (date: string, slug: string): string =>
  `articles/${articleId(date, slug)}.md`;

/** Prints a draft; `file` is where it will stand, so that it is no alias of itself. */
export function printDraft(draft: Draft, original: OriginalRecord, file: string): string {
  const { fields, source, provenance } = draft;
  const own = addressOfFile(file);
  const text = printArticle(
    {
      ...fields,
      title: fields.title?.replace(/\s+/g, ' ').trim() || undefined,
      aliases: cleanAliases(fields.aliases ?? [], own),
      source: withoutEmpty({
        name: source.name,
        url: webAddress(source.url),
        licence: source.licence,
        file: original.path,
        item: draft.item,
        id: source.id,
        version: source.version,
        sha256: originalDigest(draft, original),
        ...provenance,
        fields: source.fields,
        // The place of the digest, filled in below.
        imported: 'x',
      }),
    },
    draft.body,
  );
  return withDigest(text);
}

const withDigest = (text: string): string =>
  text.replace(digestLine, `  imported: ${digestOf(text)}\n`);

/** An article file just imported with a changed body, and the digest that goes with it. */
export function changeBody(text: string, change: (body: string) => string): string {
  const start = text.indexOf('\n---\n', 3) + 5;
  return withDigest(text.slice(0, start) + change(text.slice(start)));
}

/** How the headline came about that an article took over from another original. */
const joinedHeadline = /^ {2}headline: (['"]?)given \(joined from .*$/m;

/** An imported article file that had no headline, with the one the same text has in another original. */
export function giveHeadline(text: string, title: string, original: string): string {
  const lines = printFrontMatter({ title }).replace(/^---\n|---\n$/g, '');
  const provenance = printFrontMatter({ headline: `given (joined from ${original})` });
  return withDigest(
    text
      .replace(/^---\n/, () => `---\n${lines}`)
      .replace(/^ {2}headline: .*$/m, () => `  ${provenance.split('\n')[1] ?? ''}`),
  );
}

/** The headline an article file took over from another original, and what it says of that; none in any other. */
export function takenHeadline(text: string): { title: string; provenance: string } | undefined {
  const parts = joinedHeadline.test(text) ? parseFrontMatter(text) : undefined;
  if (parts === undefined || 'fault' in parts) return undefined;
  const { title, source } = parts.data;
  const provenance =
    typeof source === 'object' && source !== null && !Array.isArray(source)
      ? source['headline']
      : undefined;
  return typeof title === 'string' && typeof provenance === 'string'
    ? { title, provenance }
    : undefined;
}

/** An article file just imported without some of its old addresses, and the digest that goes with it. */
export function dropAliases(text: string, dropped: readonly string[]): string {
  const parts = parseFrontMatter(text);
  if ('fault' in parts || !Array.isArray(parts.data['aliases'])) return text;
  const left = parts.data['aliases'].filter(
    (alias) => typeof alias !== 'string' || !dropped.includes(alias),
  );
  const { aliases: _, ...others } = parts.data;
  const data = left.length > 0 ? { ...parts.data, aliases: left } : others;
  return withDigest(printFrontMatter(data) + parts.body);
}

/** The digest of an article file without the line that holds it, whatever its line ends. */
function digestOf(text: string): string {
  return hash('sha256', text.replace(/\r\n/g, '\n').replace(digestLine, '')).slice(0, 16);
}

/** The digest written into an article file by the run that imported it; none in a keeper's own. */
export function recordedDigest(text: string): string | undefined {
  const lines = text.replace(/\r\n/g, '\n');
  return digestLine.exec(lines.slice(0, lines.indexOf('\n---\n') + 1))?.[1];
}

/** Whether an imported file has been edited since. */
export const isEdited = (text: string): boolean => recordedDigest(text) !== digestOf(text);

function webAddress(url: string | undefined): string | undefined {
  if (url === undefined) return undefined;
  const trimmed = url.trim();
  return URL.canParse(trimmed) && /^https?:/i.test(trimmed) ? trimmed : undefined;
}

function withoutEmpty(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(record).filter(([, value]) => value !== undefined && value !== ''),
  );
}
