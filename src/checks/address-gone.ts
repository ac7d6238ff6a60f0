import { addressesOf, findLost, type Ledger, type LostAddress } from '../archive/ledger.ts';
import type { Article } from '../article/article.ts';
import type { Problem } from '../problem.ts';

/**
 * Addresses are for ever: one that stands in the ledger and would no longer answer is told with what keeps it.
 *
 * @param file the ledger's
 */
export function addressGone(
  { entries }: Pick<Ledger, 'entries'>,
  articles: readonly Article[],
  file: string,
): Problem[] {
  const published = articles.filter(({ draft }) => !draft);
  const drafts = new Map(
    articles
      .filter(({ draft }) => draft)
      .flatMap((article) => addressesOf(article).map((address) => [address, article])),
  );
  return findLost(entries, published).map((lost) => ({
    rule: 'address-gone',
    severity: 'error',
    ...describe(lost, drafts.get(lost.address), file),
  }));
}

function describe(
  { address, entry, movedTo }: LostAddress,
  draft: Article | undefined,
  ledger: string,
): Pick<Problem, 'place' | 'message' | 'fix'> {
  const line = entry.line === undefined ? '' : ` ${entry.line}`;
  const withdraw = `to withdraw it for good, write \`${address} gone: the reason\` into line${line} of ${ledger}`;
  const alias = `\`aliases: [${quote(address)}]\``;
  if (draft) {
    return {
      place: { file: draft.file, field: ['draft'] },
      message: `The article is a draft, and was published at ${address} before.`,
      fix: `Delete \`draft: true\`; or, ${withdraw}.`,
    };
  }
  if (movedTo) {
    return {
      place: { file: movedTo.file },
      message: `The article used to be at ${address}, which no longer answers.`,
      fix: `Write ${alias} into its front matter: then it leads to the article. \`npm run build\` does so.`,
    };
  }
  return {
    place: { file: ledger, line: entry.line },
    message: `An article was published at ${address}, which no longer answers.`,
    fix: `Where the article has moved or another takes its place, write ${alias} into that one’s front matter; ${withdraw}; where it never was public, delete that line.`,
  };
}

/** In a list within brackets YAML reads these signs otherwise. */
const quote = (address: string): string =>
  /[,[\]{}#&*!|>'"%@`?:\s]/.test(address) ? `'${address.replaceAll("'", "''")}'` : address;
