// What commands say while they work. On a terminal a stage counts on its line; elsewhere (a log, a pipe)
// there is one plain line when it is done.

import { explainAddress, isLanguage } from '../configuration/web-address.ts';
import { environment, hideFromPages } from '../environment.ts';
import { explainDiskError, Stop } from '../disk/stop.ts';
import { isError, printProblem, type Problem } from '../problem.ts';

const numbers = new Intl.NumberFormat('en');

/** A stage of long work: counts as it goes, and one line with its time at the end. */
export interface Stage {
  count(this: void, done: number, total: number): void;
  end(this: void, result: string): void;
}

export function startStage(name: string, out: NodeJS.WriteStream = process.stderr): Stage {
  const started = performance.now();
  const label = name.padEnd(10);
  let shownAt = 0;
  return {
    count(done, total) {
      if (!out.isTTY || performance.now() - shownAt < 100) return;
      shownAt = performance.now();
      out.write(`\r\u001B[K${label} ${numbers.format(done)} of ${numbers.format(total)}`);
    },
    end(result) {
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      out.write(`${out.isTTY ? '\r\u001B[K' : ''}${label} ${result} (${seconds} s)\n`);
    },
  };
}

/** `1 article`, `2,400 articles`. */
export const counted = (count: number, noun: string): string =>
  `${numbers.format(count)} ${noun}${count === 1 ? '' : 's'}`;

/** Prints problems and a line that counts them. */
export function reportProblems(
  problems: readonly Problem[],
  out: NodeJS.WritableStream = process.stderr,
): void {
  for (const problem of problems) out.write(`${printProblem(problem)}\n\n`);
  if (problems.length === 0) return;
  const errors = problems.filter(isError).length;
  out.write(`${counted(errors, 'error')}, ${counted(problems.length - errors, 'warning')}\n`);
}

const asksForHelp = (): boolean => process.argv.some((word) => /^(?:--help|-h)$/.test(word));

/**
 * Whether the archive's configuration can be used; says what is wrong with it.
 *
 * @throws Misuse where a variable of the environment is at fault
 */
async function isArchiveSound(): Promise<boolean> {
  const { address, language } = environment;
  const wrong = address === undefined ? undefined : explainAddress(address);
  if (wrong !== undefined) {
    throw new Misuse(
      `The variable DATELINE_ADDRESS is \`${address}\`, which ${wrong}. Write where the site will be served, for example \`https://example.org/archive/\`.`,
    );
  }
  if (language !== undefined && !isLanguage(language)) {
    throw new Misuse(
      `The variable DATELINE_LANGUAGE is \`${language}\`, which is not a language tag (BCP 47). Write one, for example \`en\` or \`pt-BR\`.`,
    );
  }
  // The configuration's schema takes a while to load, and `--help` has no use for it.
  const { siteProblems } = await import('../site.ts');
  reportProblems(siteProblems);
  return siteProblems.length === 0;
}

/** What a command answers to `--help`. */
export class Help extends Error {}

/** A misuse of a command: said in one line, exit status 2. */
export class Misuse extends Error {}

/**
 * Runs a command, where the archive's configuration is sound: exit status 0 all well, 1 problems found or the disk failed, 2 misused. An error of ours is shown
 * with its stack.
 */
export async function run(main: () => Promise<0 | 1>, { needsArchive = true } = {}): Promise<void> {
  try {
    hideFromPages();
    process.exitCode =
      needsArchive && !asksForHelp() && !(await isArchiveSound()) ? 1 : await main();
  } catch (error) {
    if (error instanceof Help) {
      process.stdout.write(error.message);
      return;
    }
    const reason = error instanceof Stop ? error.message : explainDiskError(error);
    if (reason !== undefined) {
      process.stderr.write(`${reason}\n`);
      process.exitCode = 1;
      return;
    }
    // `parseArgs` of Node throws TypeErrors with these codes for what was typed.
    const code = (error as NodeJS.ErrnoException).code ?? '';
    const misused = error instanceof Misuse || code.startsWith('ERR_PARSE_ARGS');
    process.stderr.write(
      `${misused ? (error as Error).message : error instanceof Error ? error.stack : String(error)}\n`,
    );
    process.exitCode = misused ? 2 : 1;
  }
}
