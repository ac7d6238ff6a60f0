import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { articlesFolder } from './content.ts';
import { readIfThere } from './read-unchanged.ts';

/** The ledger of addresses lies with the articles: whoever takes one archive away takes the other with it. */
export const ledgerFile = `${articlesFolder}/addresses.txt`;

/** The ledger's text, empty where there is none. */
export const readLedgerFile = (contentDir: string): string =>
  readIfThere(join(contentDir, ledgerFile))?.toString('utf8') ?? '';

/** Writes the ledger where it has changed; tells whether it had. */
export function writeLedgerFile(contentDir: string, text: string): boolean {
  if (text === readLedgerFile(contentDir).replaceAll('\r\n', '\n')) return false;
  // Slices of one archive may be built beside each other: none may read what another has half written.
  const temporary = join(contentDir, articlesFolder, `.addresses-${process.pid}`);
  writeFileSync(temporary, text);
  renameSync(temporary, join(contentDir, ledgerFile));
  return true;
}
