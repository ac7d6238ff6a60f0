import type { Ledger } from '../archive/ledger.ts';
import type { Problem } from '../problem.ts';

/** A line of the ledger that cannot be read might be an address that is lost: a conflict in a merge leaves such lines. */
export const ledgerLine = ({ faults }: Pick<Ledger, 'faults'>, file: string): Problem[] =>
  faults.map(({ line, text }) => ({
    place: { file, line },
    rule: 'ledger-line',
    severity: 'error',
    message: `\`${text.length > 80 ? `${text.slice(0, 79)}…` : text}\` is not a line of the ledger.`,
    fix: 'A line is an address and its mark, or `/address/ gone: the reason`. Delete what a merge has left (`<<<<<<<`, `=======`, `>>>>>>>`).',
  }));
