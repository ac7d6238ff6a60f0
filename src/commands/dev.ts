// `npm run dev`: serves the pages while they are edited, in a process of its own, which is begun anew when
// `archive.yaml` has changed: the configuration is read once, before anything else.

import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { beginsAgain } from './dev-status.ts';

const session = join(import.meta.dirname, 'dev-session.ts');

function begin(): ChildProcess {
  const child = spawn(process.execPath, [...process.execArgv, session, ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  child.on('exit', (status) => {
    if (status === beginsAgain) {
      process.stdout.write('The configuration has changed; the server begins again.\n');
      running = begin();
    } else process.exitCode = status ?? 1;
  });
  return child;
}

let running = begin();

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => running.kill(signal));
}
