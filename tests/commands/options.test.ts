import { expect, test } from 'vitest';
import { readOptions } from '../../src/commands/options.ts';
import { runCommand } from './run-command.ts';

test.each([
  ['build', '--slice 2/8'],
  ['join', '--from DIR'],
  ['deliver', 'DESTINATION'],
  ['start', '--port NUMBER'],
  ['dev-session', '--port NUMBER'],
  ['check', '--content DIR'],
  ['new', '--date DATE'],
  ['import', '--date-order ORDER'],
])('`%s --help` explains its options and does nothing else', async (command, shown) => {
  const { status, stdout, stderr } = await runCommand(command, ['--help']);
  expect(stdout).toContain(shown);
  expect(stderr).toBe('');
  expect(status).toBe(0);
});

test('what is not an option is named, with those that are, and the status is 2', async () => {
  const { status, stderr } = await runCommand('build', ['--slize', '2/8']);
  expect(stderr).toContain('`--slize` is not an option of `npm run build`.');
  expect(stderr).toContain('--slice');
  expect(status).toBe(2);
});

test('a word that belongs to no option is refused', async () => {
  const { status, stderr } = await runCommand('check', ['content']);
  expect(stderr).toContain('`content` was not expected.');
  expect(status).toBe(2);
});

test.each([
  [['--content'], '`--content` has no value. Write `--content DIR`'],
  [['--content', '--verbose'], '`--content` has no value.'],
  [['-x'], '`-x` is not an option of `npm run check`.'],
])('%j says what is missing or too much, without a stack', async (args, message) => {
  const { status, stderr } = await runCommand('check', args);
  expect(stderr).toContain(message);
  expect(stderr).not.toContain('    at ');
  expect(status).toBe(2);
});

test('what an option holds, and what follows two hyphens, may look like an option', () => {
  const command = {
    name: 'npm run print',
    operand: '"HEADLINE"',
    does: 'Prints.',
    options: { ink: { type: 'string', does: 'the ink' } },
  } as const;
  const { values, positionals } = readOptions(command, ['--ink=-h', '--', '--help']);
  expect([values, positionals]).toEqual([{ ink: '-h' }, ['--help']]);
});
