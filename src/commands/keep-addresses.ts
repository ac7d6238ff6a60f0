// What keeps the addresses of an archive alive from build to build; see `archive/ledger.ts`.

import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import {
  addToLedger,
  findLost,
  parseLedger,
  printLedger,
  tombstonesOf,
  type Tombstone,
} from '../archive/ledger.ts';
import type { Article } from '../article/article.ts';
import { addToList } from '../article/edit-front-matter.ts';
import { addressGone } from '../checks/address-gone.ts';
import { ledgerLine } from '../checks/ledger-line.ts';
import { ledgerFile, readLedgerFile, writeLedgerFile } from '../content-folder/ledger-file.ts';
import { WholeFileWriter } from '../disk/write-whole.ts';
import type { Problem } from '../problem.ts';
import { placeShown } from './check-content.ts';

/** What is wrong with the ledger, and which of its addresses would no longer answer; places are as a terminal opens them. */
export function checkLedger(contentDir: string, articles: readonly Article[]): Problem[] {
  const ledger = parseLedger(readLedgerFile(contentDir));
  return [...ledgerLine(ledger, ledgerFile), ...addressGone(ledger, articles, ledgerFile)].map(
    placeShown(contentDir),
  );
}

/** The addresses that are gone for good and that no article has taken again. */
export function findTombstones(contentDir: string, published: readonly Article[]): Tombstone[] {
  const { entries } = parseLedger(readLedgerFile(contentDir));
  return tombstonesOf(addToLedger(entries, published));
}

/**
 * Gives articles that were renamed or got another date their old addresses, where it is sure which they are, and says so.
 *
 * @returns whether any was changed
 */
export async function aliasMoved(
  contentDir: string,
  articles: readonly Article[],
): Promise<boolean> {
  const { entries } = parseLedger(readLedgerFile(contentDir));
  const published = articles.filter(({ draft }) => !draft);
  const writer = new WholeFileWriter(contentDir);
  let changed = false;
  for (const { address, movedTo } of findLost(entries, published)) {
    if (!movedTo) continue;
    const text = addToList(readFileSync(join(contentDir, movedTo.file), 'utf8'), 'aliases', [
      encodeAlias(address),
    ]);
    if (text === undefined) continue;
    await writer.write(movedTo.file, text);
    changed = true;
    process.stderr.write(
      `${movedTo.file} was at ${address} before; that is among its \`aliases\` now.\n`,
    );
  }
  if (changed) await writer.finish();
  return changed;
}

const encodeAlias = (address: string): string => address.replace(/[\s%#]/g, encodeURIComponent);

/** Writes down what has been published. Where the content folder cannot be written to, that is said and no more. */
export function keepLedger(contentDir: string, published: readonly Article[]): void {
  const { entries } = parseLedger(readLedgerFile(contentDir));
  const after = addToLedger(entries, published);
  try {
    if (!writeLedgerFile(contentDir, printLedger(after))) return;
  } catch (error) {
    process.stderr.write(`The ledger of addresses could not be written: ${String(error)}\n`);
    return;
  }
  const added = numbers.format(after.size - entries.size);
  process.stderr.write(
    `Ledger     ${added} new in ${relative(process.cwd(), join(contentDir, ledgerFile))}; keep it with the articles\n`,
  );
}

const numbers = new Intl.NumberFormat('en');
