// The ledger of addresses: everything that articles were ever published at, in a file beside them, one line an address
// and sorted, so that branches merge line by line. An address in it answers for ever: with its article, as an old address
// that leads to one, or by saying why there is nothing any more.
//
//     /1953/02/01/sea-breaks-through/ 3f2a9c1b7d44
//     /1969/07/21/moon/ gone: Withdrawn at the request of the family.

import { hash } from 'node:crypto';
import type { Article } from '../article/article.ts';
import { answerTo } from './old-addresses.ts';
import { paths } from './urls.ts';

export interface LedgerEntry {
  /** By which the text is known again at another address; two where branches were merged. */
  marks: readonly string[];
  /** Why nothing stands there any more. */
  gone?: string | undefined;
  /** Counted from 1; none of an entry that is not in a file. */
  line?: number;
}

export interface Ledger {
  /** By address; two ways to write one address are one here. */
  entries: Map<string, LedgerEntry>;
  /** Lines that are none of a ledger. */
  faults: { line: number; text: string }[];
}

const heading = `# Every address at which this archive has published an article. A build adds to this list, and stops where one of
# them would no longer answer. Keep it with the articles. What is withdrawn for good: \`/address/ gone: the reason\`.
`;

const pattern = /^(\/\S*)(?: +(?:gone: *(\S.*)|([0-9a-f]{12})))? *$/;

/** Reads a ledger; lines may come in any order, and one twice. */
export function parseLedger(text: string): Ledger {
  const ledger: Ledger = { entries: new Map(), faults: [] };
  for (const [i, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const [, written, gone, mark] = pattern.exec(line) ?? [];
    const address = written === undefined ? undefined : readAddress(written);
    if (address === undefined) {
      ledger.faults.push({ line: i + 1, text: line });
      continue;
    }
    const known = ledger.entries.get(address);
    ledger.entries.set(address, {
      marks: [...(known?.marks ?? []), ...(mark === undefined ? [] : [mark])],
      gone: gone ?? known?.gone,
      line: known?.line ?? i + 1,
    });
  }
  return ledger;
}

/** Prints a ledger as `parseLedger` reads it. */
export function printLedger(entries: ReadonlyMap<string, LedgerEntry>): string {
  const lines = [...entries].map(([address, { marks, gone }]) => {
    const rest = gone === undefined ? (marks.at(-1) ?? '') : `gone: ${gone}`;
    return `${writeAddress(address)} ${rest}`.trimEnd();
  });
  return `${heading}${lines.toSorted().join('\n')}${lines.length > 0 ? '\n' : ''}`;
}

/** An address has no blank in a ledger. */
const writeAddress = (address: string): string =>
  address.replace(/[\s%\p{C}]/gu, (sign) =>
    sign.isWellFormed() ? encodeURIComponent(sign) : '%EF%BF%BD',
  );

function readAddress(written: string): string | undefined {
  try {
    return decodeURIComponent(written);
  } catch {
    return undefined;
  }
}

/** The address in the one form in which a ledger has it; none of an alias that no file can answer. */
export function ledgerAddress(alias: string): string | undefined {
  const answer = answerTo(alias);
  if (!answer) return undefined;
  return 'query' in answer
    ? `/${answer.query}`
    : `/${answer.file.replace(/(^|\/)index\.html$/, '$1')}`;
}

/** The addresses of an article, its own first. */
export const addressesOf = (article: Pick<Article, 'id' | 'aliases'>): string[] => [
  paths.article(article),
  ...article.aliases.flatMap((alias) => ledgerAddress(alias) ?? []),
];

/** By headline, summary and length a text is known again, whatever its file is called and its date is. */
export const markOf = ({ title, summary, wordCount }: Article): string =>
  hash('sha256', JSON.stringify([title, summary, wordCount])).slice(0, 12);

/** The ledger after a build: what it had and what is published; an address that answers again is gone no more. */
export function addToLedger(
  before: ReadonlyMap<string, LedgerEntry>,
  published: readonly Article[],
): Map<string, LedgerEntry> {
  const after = new Map(before);
  for (const article of published) {
    const mark = markOf(article);
    for (const address of addressesOf(article)) after.set(address, { marks: [mark] });
  }
  return after;
}

/** An address that would no longer answer. */
export interface LostAddress {
  address: string;
  entry: LedgerEntry;
  /** The article that was there, where that is sure. */
  movedTo: Article | undefined;
}

/**
 * Finds the addresses that no article answers. Which one has moved is sure where one text alone was lost and one alone
 * is new, and the two have one mark.
 */
export function findLost(
  entries: ReadonlyMap<string, LedgerEntry>,
  published: readonly Article[],
): LostAddress[] {
  const answered = new Set(published.flatMap(addressesOf));
  const lost = [...entries].filter(
    ([address, { gone }]) => gone === undefined && !answered.has(address),
  );
  if (lost.length === 0) return [];
  const news = published.filter((article) => !entries.has(paths.article(article)));
  const newByMark = Map.groupBy(news, markOf);
  const lostByMark = Map.groupBy(
    lost.flatMap(([address, { marks }]) => marks.map((mark) => ({ address, mark }))),
    ({ mark }) => mark,
  );
  return lost.map(([address, entry]) => {
    const found = new Set(
      entry.marks.flatMap((mark) =>
        lostByMark.get(mark)?.length === 1 ? (newByMark.get(mark) ?? []) : [],
      ),
    );
    return { address, entry, movedTo: found.size === 1 ? [...found][0] : undefined };
  });
}

/** An address that says why nothing stands there any more. */
export interface Tombstone {
  address: string;
  reason: string;
}

/** The addresses that are gone for good. */
export const tombstonesOf = (entries: ReadonlyMap<string, LedgerEntry>): Tombstone[] =>
  [...entries].flatMap(([address, { gone }]) =>
    gone === undefined ? [] : [{ address, reason: gone }],
  );
