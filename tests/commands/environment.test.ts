import { expect, test } from 'vitest';
import { runCommand } from './run-command.ts';

test.each([
  ['DATELINE_ADDRESS', 'archive.example.org'],
  ['DATELINE_ADDRESS', 'ftp://example.org/'],
  ['DATELINE_ADDRESS', 'https://example.org/?q=a'],
  ['DATELINE_ADDRESS', 'https://example.org//archive/'],
  ['DATELINE_ADDRESS', 'https://example.org/a%2Fb/'],
  ['DATELINE_LANGUAGE', 'english_'],
])('%s=%s is one sentence that names the variable, before any work', async (name, value) => {
  for (const command of ['build', 'check']) {
    const { status, stdout, stderr } = await runCommand(command, [], { [name]: value });
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(new RegExp(`^The variable ${name} is \`[^\n]+\n$`));
  }
});
