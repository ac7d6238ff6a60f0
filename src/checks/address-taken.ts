import { pageAt } from '../archive/outputs.ts';
import type { Article } from '../article/article.ts';
import type { Problem } from '../problem.ts';

/** Two files must not claim one address: neither article may hide the other. */
export function addressTaken(articles: readonly Article[]): Problem[] {
  const holders = new Map<string, string>();
  const problems: Problem[] = [];
  for (const { id, file } of articles) {
    if (pageAt(`${id}/index.html`)) {
      problems.push({
        place: { file },
        rule: 'address-taken',
        severity: 'error',
        message: `The address /${id}/ is taken by a page of this site.`,
        fix: 'Give this file another name: one of two figures is taken for a month or a day.',
      });
    }
    const holder = holders.get(id);
    if (holder === undefined) {
      holders.set(id, file);
      continue;
    }
    problems.push({
      place: { file },
      rule: 'address-taken',
      severity: 'error',
      message: `The address /${id}/ already belongs to \`${holder}\`.`,
      fix: 'Give this file another name, or correct its date.',
    });
  }
  return problems;
}
