import { readdirSync, readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';

interface Workflow {
  permissions?: Record<string, string>;
  jobs: Record<string, { steps: { uses?: string; run?: string }[] }>;
}

const folder = '.github/workflows';

describe.each(readdirSync(folder))('%s', (file) => {
  const workflow = load(readFileSync(`${folder}/${file}`, 'utf8')) as Workflow;
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);

  test('may read the repository and nothing else', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
  });

  test('names each action by the digest of a commit, which nobody can move', () => {
    expect(steps.filter(({ uses }) => uses && !/@[0-9a-f]{40}$/.test(uses))).toEqual([]);
  });

  test('runs only scripts that the project has', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      scripts: Record<string, string>;
    };
    for (const { run } of steps) {
      for (const [, script] of (run ?? '').matchAll(/npm run ([\w-]+)/g)) {
        expect(scripts).toHaveProperty(script!);
      }
    }
  });
});
