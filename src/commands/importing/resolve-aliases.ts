import { addressOfFile, cleanAliases } from '../../importers/aliases.ts';
import type { OriginalRecord } from '../../importers/article-file.ts';
import type { Draft } from '../../importers/importer.ts';
import type { Problem } from '../../problem.ts';
import type { AddressBook } from './address-book.ts';

/**
 * A draft without the old addresses that would stop a build, and a warning for each that it loses.
 *
 * @param place.movesFrom the file that the article had, which is the same where it stays
 */
export function resolveAliases(
  draft: Draft,
  { file, movesFrom, record }: { file: string; movesFrom: string; record: OriginalRecord },
  addresses: AddressBook,
): { resolved: Draft; refused: Problem[] } {
  const aliases = cleanAliases(draft.fields.aliases ?? [], addressOfFile(file));
  const refused = addresses.refused([file, movesFrom], aliases);
  const left = aliases.filter((alias) => !refused.some((one) => one.alias === alias));
  return {
    resolved: { ...draft, fields: { ...draft.fields, aliases: left } },
    refused: refused.map(({ alias, why }) =>
      aliasLeftOut(record.path, draft.line, `The old address \`${alias}\` ${why}.`),
    ),
  };
}

/** @param line where the article begins in its original */
export const aliasLeftOut = (file: string, line: number | undefined, message: string): Problem => ({
  place: { file, line },
  rule: 'alias-left-out',
  severity: 'warning',
  message,
  fix: 'It is left out of `aliases`; where it should lead to this article, make room for it or redirect it at your host.',
});
