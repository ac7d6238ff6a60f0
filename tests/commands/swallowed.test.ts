import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readOptions } from '../../src/commands/options.ts';
import { makeContent } from './run-command.ts';

/** Types a line at a shell, as a keeper does who has forgotten `--`. */
function typed(line: string, env: NodeJS.ProcessEnv): { status: number | null; stderr: string } {
  const [program = '', ...args] = line.split(' ');
  const { status, stderr } = spawnSync(program, args, {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  return { status, stderr };
}

test.each([
  ['npm run import --dry-run in', 'npm run import -- --dry-run in'],
  ['npm run deliver out --dry-run', 'npm run deliver -- --dry-run out'],
  ['npm run build --clean', 'npm run build -- --clean'],
  ['npm run new --date=1953-02-01 Flood', 'npm run new -- --date 1953-02-01 Flood'],
  ['npm start --port 8080', 'npm start -- --port 8080'],
])('`%s` is refused with the line that was meant, and writes nothing', (line, meant) => {
  const folder = makeContent({ 'in/flood.txt': 'date 1953-02-01\n\nFlood\n\nThe sea came in.\n' });
  const env = { DATELINE_CONTENT: folder, DATELINE_OUT: join(folder, 'out') };
  const at = (text: string): string => text.replace(/ (in|out)\b/, ` ${folder}/$1`);
  const { status, stderr } = typed(at(line), env);
  expect(stderr).toContain(`\n  ${at(meant)}\n`);
  expect(status).toBe(2);
  expect(readdirSync(folder)).toEqual(['in']);
  expect(existsSync(join(folder, 'articles'))).toBe(false);
});

const command = {
  name: 'npm run print',
  operand: 'PATHS…',
  does: 'Prints.',
  options: {
    ink: { type: 'string', value: 'COLOUR', does: 'the ink' },
    fast: { type: 'boolean', does: 'no waiting' },
    verbose: { type: 'boolean', does: 'everything' },
    cache: { type: 'string', value: 'DIR', does: 'what is kept' },
  },
} as const;

const read = (environment: Record<string, string>, args: string[] = ['a.txt']) =>
  readOptions(command, args, { npm_lifecycle_event: 'print', ...environment });

test.each([
  [{ npm_config_fast: 'true' }, 'npm run print -- --fast a.txt'],
  [{ npm_config_ink: 'dark red' }, "npm run print -- --ink 'dark red' a.txt"],
  // npm does not know the option, and hands on its value as if it were a path.
  [{ npm_config_ink: 'true' }, 'npm run print -- --ink COLOUR PATHS…'],
  [{ npm_config_loglevel: 'verbose' }, 'npm run print -- --verbose a.txt'],
])('what npm kept is read from %j', (environment, line) => {
  expect(() => read(environment)).toThrow(`\n  ${line}`);
});

test('a dry run is never passed over, not even by a command that knows none', () => {
  expect(() => read({ npm_config_dry_run: 'true' })).toThrow('npm kept `--dry-run` for itself');
});

test.each([
  {},
  { npm_config_cache: '/root/.npm', npm_config_loglevel: 'warn' },
  { npm_config_fast: '', npm_config_dry_run: 'false' },
])('npm’s own settings %j are no options of the command', (environment) => {
  expect(read(environment, ['--fast', 'a.txt']).values).toEqual({ fast: true });
});

test('without npm its settings say nothing', () => {
  const environment = { npm_config_dry_run: 'true' };
  expect(readOptions(command, ['a.txt'], environment).positionals).toEqual(['a.txt']);
});
