import { compareProblems, isError, printProblem, type Problem } from '../../problem.ts';
import type { NearDuplicate } from '../../importers/intake/near-duplicates.ts';
import { meanings, results, type Outcome, type Result } from './outcome.ts';

/** Refusals and warnings are printed up to these numbers; the report file holds all. */
const mostRefusals = 50;
const mostOfARule = 3;
const mostNamed = 20;

/** Remarks and notes about originals are kept for the report up to this number. */
const mostRemarks = 10_000;

/** Gathers what the end of an import tells: counts, and the problems as far as they fit on a screen. */
export class Tally {
  readonly counts: Record<Result, number> = Object.fromEntries(
    results.map((result) => [result, 0]),
  ) as Record<Result, number>;
  readonly remarks: Problem[] = [];
  readonly notes: { original: string; note: string }[] = [];
  readonly columns: { original: string; columns: Readonly<Record<string, string>> }[] = [];
  readonly derived = { headline: 0, language: 0, undated: 0, author: 0 };
  private readonly refusals: Problem[] = [];
  private readonly warnings = new Map<string, { count: number; first: Problem[] }>();
  private readonly named = new Map<Result, string[]>();
  private readonly leftOut = new Map<string, number>();

  add(outcome: Outcome): void {
    this.counts[outcome.result] += outcome.count;
    if (outcome.result === 'left-out') {
      const what = outcome.title ?? 'others';
      this.leftOut.set(what, (this.leftOut.get(what) ?? 0) + outcome.count);
    }
    if (outcome.result === 'created' || outcome.result === 'updated') this.countDerived(outcome);
    if (outcome.file !== undefined) this.name(outcome);
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
    const { counts, derived, remarks, notes, columns, items } = this;
    return { counts, derived, remarks, notes, columns, items };
  }

  private addProblem(problem: Problem): void {
    if (isError(problem)) {
      if (this.refusals.length < mostRefusals) this.refusals.push(problem);
      return;
    }
    const rule = this.warnings.get(problem.rule) ?? { count: 0, first: [] };
    rule.count++;
    if (rule.first.length < mostOfARule) rule.first.push(problem);
    this.warnings.set(problem.rule, rule);
  }

  get items(): number {
    return results.reduce((sum, result) => sum + this.counts[result], 0);
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

  private name({ result, original, item, file, difference }: Outcome): void {
    const named = this.named.get(result) ?? [];
    this.named.set(result, named);
    if (named.length >= mostNamed) return;
    const what = item === undefined ? original : `${original} ${item}`;
    named.push(
      [`${result}: ${what} (${file})`, ...(difference ?? []).map((line) => `  ${line}`)].join('\n'),
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
      this.refusals.toSorted(compareProblems).map(printProblem).join('\n'),
      this.refusals.length < this.counts.refused
        ? `… and ${this.counts.refused - this.refusals.length} more refused; --report FILE lists all.`
        : '',
      this.printWarnings(),
      this.printNotes(),
      this.printNamed(),
      printPairs(options.nearDuplicates),
      this.printTable(options),
    ];
    return parts.filter((part) => part !== '').join('\n\n');
  }

  private printNamed(): string {
    return [...this.named]
      .flatMap(([result, lines]) => {
        const more = this.counts[result] - lines.length;
        return more > 0 ? [...lines, `… and ${more} more ${result}`] : lines;
      })
      .join('\n');
  }

  private printWarnings(): string {
    return [...this.warnings.values()]
      .flatMap(({ count, first }) => [
        ...first.map(printProblem),
        ...(count > first.length
          ? [`… and ${count - first.length} more of ${first[0]?.rule}`]
          : []),
      ])
      .join('\n');
  }

  private printNotes(): string {
    const columns = this.columns.slice(0, mostOfARule).map(({ original, columns: map }) => {
      const pairs = Object.entries(map).map(([name, field]) =>
        name === field ? name : `${name} → ${field}`,
      );
      return `columns: ${original}: ${pairs.join(', ') || 'none is known'}`;
    });
    const notes = this.notes
      .slice(0, mostNamed)
      .map(({ original, note }) => `note: ${original}: ${note}`);
    return [...columns, ...notes].join('\n');
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
    const number = new Intl.NumberFormat('en');
    const rows = results
      .filter((result) => this.counts[result] > 0)
      .map(
        (result) =>
          `  ${number.format(this.counts[result]).padStart(9)}  ${result.padEnd(10)} ${this.explain(result)}`,
      );
    const { headline, language, undated, author } = this.derived;
    const total = `  ${number.format(this.items).padStart(9)}  in ${number.format(originals)} originals`;
    const facts =
      this.counts.created + this.counts.updated > 0
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

function printPairs(pairs: readonly NearDuplicate[]): string {
  if (pairs.length === 0) return '';
  const lines = pairs
    .slice(0, mostNamed)
    .map(({ a, b, likeness }) => `  ${Math.round(likeness * 100)} %  ${a.file}\n        ${b.file}`);
  return [`Near duplicates (${pairs.length}), to look at:`, ...lines].join('\n');
}
