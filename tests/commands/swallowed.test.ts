import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readOptions } from '../../src/commands/options.ts';
import { makeContent, runCommand } from './run-command.ts';

/** What npm makes of each line: the arguments it hands on, and what it keeps in the environment. */
const lines = [
  {
    line: 'npm run import --dry-run in',
    meant: 'npm run import -- --dry-run in',
    kept: { npm_config_dry_run: 'true' },
    args: ['in'],
  },
  {
    line: 'npm run deliver out --dry-run',
    meant: 'npm run deliver -- --dry-run out',
    kept: { npm_config_dry_run: 'true' },
    args: ['out'],
  },
  {
    line: 'npm run build --clean',
    meant: 'npm run build -- --clean',
    kept: { npm_config_clean: 'true' },
    args: [],
  },
  {
    line: 'npm run new --date=1953-02-01 Flood',
    meant: 'npm run new -- --date 1953-02-01 Flood',
    kept: { npm_config_date: '1953-02-01' },
    args: ['Flood'],
  },
  {
    line: 'npm start --port 8080',
    meant: 'npm start -- --port 8080',
    kept: { npm_config_port: 'true' },
    args: ['8080'],
  },
];

/** A folder for `in` and `out`, and what lies there. */
function makeGround() {
  const folder = makeContent({ 'in/flood.txt': 'date 1953-02-01\n\nFlood\n\nThe sea came in.\n' });
  return {
    env: { DATELINE_CONTENT: folder, DATELINE_OUT: join(folder, 'out') },
    at: (text: string): string => text.replace(/(^| )(in|out)\b/, `$1${folder}/$2`),
    list: (): string[] => readdirSync(folder),
  };
}

test.each(lines)(
  '`$line` is refused with the line that was meant, and writes nothing',
  async ({ line, meant, kept, args }) => {
    const { env, at, list } = makeGround();
    const name = /npm (?:run )?(\w+)/.exec(line)?.[1] ?? '';
    const { status, stderr } = await runCommand(name, args.map(at), {
      ...env,
      ...kept,
      npm_lifecycle_event: name,
    });
    expect(stderr).toContain(`\n  ${at(meant)}\n`);
    expect(status).toBe(2);
    expect(list()).toEqual(['in']);
  },
);

test.each(lines.filter(({ line }) => /import|start/.test(line)))(
  'npm does so with `$line`',
  ({ line, meant }) => {
    const { env, at, list } = makeGround();
    const [program = '', ...args] = at(line).split(' ');
    const { status, stderr } = spawnSync(program, args, {
      encoding: 'utf8',
      env: { ...process.env, ...env },
    });
    expect(stderr).toContain(`\n  ${at(meant)}\n`);
    expect(status).toBe(2);
    expect(list()).toEqual(['in']);
  },
);

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
