// `npm test`: formatting, types, lint, unused code, then all tests. With arguments (`npm test -- --project unit`) it
// hands them to Vitest and checks nothing else.

import { spawn } from 'node:child_process';

/** The longest first: two run at a time. */
const checks = [
  ['astro', 'check'],
  ['oxlint'],
  ['prettier', '--check', '--log-level', 'warn', '.'],
  ['knip'],
];

/** Runs a command of the project's packages. Returns its exit status. */
function run([command = '', ...args]: string[], stdio: 'inherit' | 'pipe'): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const child = spawn(command, args, { stdio: ['ignore', stdio, stdio] });
  const said: Buffer[] = [];
  child.stdout?.on('data', (data: Buffer) => said.push(data));
  child.stderr?.on('data', (data: Buffer) => said.push(data));
  child.once('error', reject);
  child.once('close', (status) => {
    if (stdio === 'pipe') {
      console.log(status === 0 ? `${command}: well` : Buffer.concat(said).toString());
    }
    resolve(status ?? 1);
  });
  return promise;
}

async function checkAll(): Promise<boolean> {
  const waiting = [...checks];
  let well = true;
  const takeTurns = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      if ((await run(next, 'pipe')) !== 0) well = false;
    }
  };
  await Promise.all([takeTurns(), takeTurns()]);
  return well;
}

const args = process.argv.slice(2);
const onlyChecks = args[0] === '--checks';
const checked = args.length === 0 || onlyChecks ? await checkAll() : true;
const tested =
  checked && !onlyChecks
    ? (await run(['vitest', 'run', '--config', 'tests/vitest.config.ts', ...args], 'inherit')) === 0
    : true;
process.exitCode = checked && tested ? 0 : 1;
