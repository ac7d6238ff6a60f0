import { expect, test } from 'vitest';
import type { Outcome } from '../../../src/commands/importing/outcome.ts';
import { ImportCounts } from '../../../src/commands/importing/import-counts.ts';

const outcome = (number: number, more: Partial<Outcome>): Outcome => ({
  result: 'created',
  original: `texts/${number}.txt`,
  count: 1,
  notes: [],
  problems: [],
  ...more,
});

/** A thousand originals, each with something to be said of it. */
function thousand(counts: ImportCounts): string[] {
  for (let number = 0; number < 1000; number++) {
    const place = { file: `texts/${number}.txt` };
    const said = { place, message: 'It is so.', fix: 'Change it.' };
    counts.add(
      number % 2 === 0
        ? outcome(number, {
            result: 'refused',
            problems: [{ ...said, rule: 'torn', severity: 'error' }],
          })
        : outcome(number, {
            result: 'changed',
            file: `articles/${number}.md`,
            difference: Array.from({ length: 40 }, (_, line) => `- line ${line}`),
            problems: [{ ...said, rule: 'faded', severity: 'warning' }],
          }),
    );
    counts.addNote(`texts/${number}.txt`, 'A note.');
  }
  return counts.print({ dryRun: true, originals: 1000, nearDuplicates: [], links: 0 }).split('\n');
}

test('what is said of a thousand originals fits on two screens, and tells how all is seen', () => {
  const lines = thousand(new ImportCounts({ all: false }));
  expect(lines.length).toBeLessThan(150);
  expect(lines).toContain('… and 495 more of torn');
  expect(lines).toContain('… and 497 more of faded');
  expect(lines).toContain('… and 490 more changed');
  expect(lines).toContain('  … and 34 lines more');
  expect(lines).toContain('… and 990 more notes');
  expect(lines.join('\n')).toContain('--verbose prints all');
});

test('all is said where all is asked for', () => {
  const lines = thousand(new ImportCounts({ all: true }));
  expect(lines.filter((line) => line.endsWith(' torn')).length).toBe(500);
  expect(lines.filter((line) => line === '  - line 39').length).toBe(500);
  expect(lines.join('\n')).not.toContain('… and');
});
