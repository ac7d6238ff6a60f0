import { compareProblems, isError, printProblem, visible, type Problem } from '../../problem.ts';
import type { NearDuplicate } from '../../importers/decisions/near-duplicates.ts';
import { counted } from '../terminal.ts';
import { meanings, results, type Outcome, type Result } from './outcome.ts';
import { templates } from './set-aside.ts';

/** How many of a kind are printed: examples, unless all are asked for. The report file holds all. */
interface Limits {
  refusalsOfARule: number;
  warningsOfARule: number;
  named: number;
  /** Lines of the difference between an article and its changed original. */
  differenceLines: number;
}

const examples: Limits = { refusalsOfARule: 5, warningsOfARule: 3, named: 10, differenceLines: 6 };
const everything: Limits = {
  refusalsOfARule: Infinity,
  warningsOfARule: Infinity,
  named: Infinity,
  differenceLines: Infinity,
};

const numbers = new Intl.NumberFormat('en');

/** Remarks and notes about originals are kept for the report up to this number. */
const mostRemarks = 10_000;

/** Gathers what the end of an import tells: counts, and the problems as far as they fit on a screen. */
export class ImportCounts {
  readonly byResult: Record<Result, number> = Object.fromEntries(
    results.map((result) => [result, 0]),
  ) as Record<Result, number>;
  readonly remarks: Problem[] = [];
  readonly notes: { original: string; note: string }[] = [];
  readonly columns: { original: string; columns: Readonly<Record<string, string>> }[] = [];
  readonly derived = { headline: 0, language: 0, undated: 0, author: 0 };
  private readonly refusals = new Map<string, Examples>();
  private readonly warnings = new Map<string, Examples>();
  private readonly named = new Map<Result, string[]>();
  private readonly leftOut = new Map<string, number>();
  private readonly limits: Limits;

  /** @param options.all whether everything is printed, or examples of each kind */
  constructor({ all }: { all: boolean }) {
    this.limits = all ? everything : examples;
  }

  add(outcome: Outcome): void {
    this.byResult[outcome.result] += outcome.count;
    if (outcome.result === 'left-out') {
      const what = outcome.title ?? 'others';
      this.leftOut.set(what, (this.leftOut.get(what) ?? 0) + outcome.count);
    }
    if (outcome.result === 'created' || outcome.result === 'updated') this.countDerived(outcome);
    if (outcome.file !== undefined || isNamedWithoutFile(outcome)) this.name(outcome);
    for (const problem of outcome.problems) this.addProblem(problem);
  }

  /** Adds something that is said of an original as a whole. */
  addRemark(problem: Problem): void {
    if (this.remarks.length < mostRemarks) this.remarks.push(problem);
    this.addProblem(problem);
  }

  addNote(original: string, note: string): void {
    if (this.notes.length < mostRemarks) this.notes.push({ original, note });
  }

  addColumns(original: string, columns: Readonly<Record<string, string>>): void {
    if (this.columns.length < mostRemarks) this.columns.push({ original, columns });
  }

  /** The end of a report file. */
  end() {
    const { byResult, derived, remarks, notes, columns, items } = this;
    return { counts: byResult, derived, remarks, notes, columns, items };
  }

  private addProblem(problem: Problem): void {
    const [kinds, most] = isError(problem)
      ? [this.refusals, this.limits.refusalsOfARule]
      : [this.warnings, this.limits.warningsOfARule];
    const kind = kinds.get(problem.rule) ?? { count: 0, first: [] };
    kind.count++;
    if (kind.first.length < most) kind.first.push(problem);
    kinds.set(problem.rule, kind);
  }

  get items(): number {
    return results.reduce((sum, result) => sum + this.byResult[result], 0);
  }

  get warningCount(): number {
    return [...this.warnings.values()].reduce((sum, { count }) => sum + count, 0);
  }

  private countDerived({ provenance }: Outcome): void {
    if (provenance?.headline.startsWith('derived')) this.derived.headline++;
    if (provenance?.language.startsWith('derived')) this.derived.language++;
    if (provenance?.date === 'unknown') this.derived.undated++;
    if (provenance?.author === 'unknown') this.derived.author++;
  }

  private name({ result, original, item, file, title, difference }: Outcome): void {
    const named = this.named.get(result) ?? [];
    this.named.set(result, named);
    if (named.length >= this.limits.named) return;
    const what = item === undefined ? original : `${original} ${item}`;
    const lines = difference ?? [];
    const shown = lines.slice(0, this.limits.differenceLines).map((line) => `  ${visible(line)}`);
    const more = lines.length - shown.length;
    named.push(
      [
        visible(`${result}: ${what} (${file ?? title})`),
        ...shown,
        ...(more > 0 ? [`  … and ${counted(more, 'line')} more`] : []),
      ].join('\n'),
    );
  }

  /** Prints the end of an import for a terminal. */
  print(options: {
    dryRun: boolean;
    originals: number;
    nearDuplicates: readonly NearDuplicate[];
    links: number;
  }): string {
    const parts = [
      printKinds(this.refusals),
      printKinds(this.warnings),
      this.printNotes(),
      this.printNamed(),
      printPairs(options.nearDuplicates, this.limits.named),
      this.printTable(options),
    ];
    if (parts.some((part) => /^… and /m.test(part))) {
      parts.push('These are examples: --verbose prints all, and --report FILE keeps all.');
    }
    return parts.filter((part) => part !== '').join('\n\n');
  }

  private printNamed(): string {
    return [...this.named]
      .flatMap(([result, lines]) => [
        ...lines,
        ...tellMore(this.nameable(result) - lines.length, `more ${result}`),
      ])
      .join('\n');
  }

  /** How many of a result are named one by one. */
  private nameable(result: Result): number {
    return result === 'left-out' ? (this.leftOut.get(templates) ?? 0) : this.byResult[result];
  }

  private printNotes(): string {
    const columns = this.columns
      .slice(0, this.limits.warningsOfARule)
      .map(({ original, columns: map }) => {
        const pairs = Object.entries(map).map(([name, field]) =>
          name === field ? name : `${name} → ${field}`,
        );
        return visible(`columns: ${original}: ${pairs.join(', ') || 'none is known'}`);
      });
    const notes = this.notes
      .slice(0, this.limits.named)
      .map(({ original, note }) => visible(`note: ${original}: ${note}`));
    const more = [
      tellMore(this.columns.length - columns.length, 'more tables'),
      tellMore(this.notes.length - notes.length, 'more notes'),
    ];
    return [...columns, ...notes, ...more.flat()].join('\n');
  }

  private printTable({
    dryRun,
    originals,
    links,
  }: {
    dryRun: boolean;
    originals: number;
    links: number;
  }): string {
    const rows = results
      .filter((result) => this.byResult[result] > 0)
      .map(
        (result) =>
          `  ${numbers.format(this.byResult[result]).padStart(9)}  ${result.padEnd(10)} ${this.explain(result)}`,
      );
    const { headline, language, undated, author } = this.derived;
    const total = `  ${numbers.format(this.items).padStart(9)}  in ${numbers.format(originals)} originals`;
    const facts =
      this.byResult.created + this.byResult.updated > 0
        ? `Headlines derived: ${headline} · languages detected: ${language} · undated: ${undated} · authors unknown: ${author} · warnings: ${this.warningCount}`
        : '';
    const led = links > 0 ? `Links between articles led to their new addresses: ${links}` : '';
    const end = dryRun ? 'Nothing was written: this was a dry run.' : '';
    return [...rows, total, facts, led, end].filter((line) => line !== '').join('\n');
  }

  private explain(result: Result): string {
    if (result !== 'left-out') return meanings[result];
    return [...this.leftOut].map(([what, count]) => `${count} ${what}`).join(', ');
  }
}

/** Problems of one rule: all are counted, some are kept. */
interface Examples {
  count: number;
  first: Problem[];
}

const tellMore = (count: number, what: string): string[] =>
  count > 0 ? [`… and ${numbers.format(count)} ${what}`] : [];

const printKinds = (kinds: ReadonlyMap<string, Examples>): string =>
  [...kinds]
    .flatMap(([rule, { count, first }]) => [
      ...first.toSorted(compareProblems).map(printProblem),
      ...tellMore(count - first.length, `more of ${rule}`),
    ])
    .join('\n');

function printPairs(pairs: readonly NearDuplicate[], most: number): string {
  if (pairs.length === 0) return '';
  const lines = pairs
    .slice(0, most)
    .map(({ a, b, likeness }) => `  ${Math.round(likeness * 100)} %  ${a.file}\n        ${b.file}`);
  const more = tellMore(pairs.length - lines.length, 'more pairs');
  return [`Near duplicates (${pairs.length}), to look at:`, ...lines, ...more].join('\n');
}

/** A file that was left out for its folder's name may have been meant for the archive. */
const isNamedWithoutFile = ({ title, item }: Outcome): boolean =>
  title === templates && item === undefined;
