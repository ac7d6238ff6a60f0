import type { Problem } from '../problem.ts';
import type { ImportContext, Refusal } from './importer.ts';

/** What is said of a part of an original: its rule, the sentence and the fix. */
export interface Finding {
  rule: string;
  message: string;
  fix: string;
  line?: number | undefined;
  column?: number | undefined;
}

/** A finding as a warning: the article is taken all the same. */
export function warn(context: Pick<ImportContext, 'path'>, finding: Finding): Problem {
  const { rule, message, fix, line, column } = finding;
  return { place: { file: context.path, line, column }, rule, severity: 'warning', message, fix };
}

/** A finding as the reason why a part of an original becomes no article. */
export function refuse(
  context: Pick<ImportContext, 'path'>,
  finding: Finding & { item?: string | undefined },
): Refusal {
  const problem: Problem = { ...warn(context, finding), severity: 'error' };
  return { kind: 'refused', item: finding.item, line: finding.line, problem };
}
