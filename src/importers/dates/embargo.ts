import type { Problem } from '../../problem.ts';
import type { ImportContext } from '../importer.ts';
import { warn } from '../refuse.ts';

/**
 * A warning that a news item may not be published yet; none where its embargo has ended or there is none.
 *
 * @param written when the embargo ends, ISO 8601
 */
export function embargoOf(
  written: string | undefined,
  context: ImportContext,
  line: number | undefined,
): Problem | undefined {
  if (written === undefined || written.slice(0, 10) <= context.latestDay) return undefined;
  return warn(context, {
    rule: 'news-item-embargoed',
    line,
    message: `The item may not be published before ${written}; it is a draft.`,
    fix: 'Take `draft: true` out of the article when that day has come.',
  });
}
