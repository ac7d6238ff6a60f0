import { printProblem, type Problem } from '../../src/problem.ts';

/** Problems as a terminal shows them. */
export const printAll = (problems: readonly Problem[]): string =>
  problems.map(printProblem).join('\n');
