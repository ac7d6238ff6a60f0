import { join } from 'node:path';
import { takeLock, type Lock } from '../build/lock.ts';
import { environment } from '../environment.ts';

/** Where a build of the project, or a delivery, says that it runs. */
const lockFile = '.dateline/lock';

/** A job of a CI ends; a person sees what is waited for. */
const waitingMs = (): number => (environment.isUnattended ? 30_000 : Number.POSITIVE_INFINITY);

/**
 * Takes the site of a project for one process alone, and says which other one is waited for.
 *
 * @param who what waits: `this one`, `the delivery`
 * @throws Stop in a CI where another has it for long
 */
export const takeSite = (root: string, who: string): Promise<Lock> =>
  takeLock(
    join(root, lockFile),
    (holder) => {
      process.stderr.write(
        `Another build is running (${holder}); ${who} waits for it. If none runs, remove \`${lockFile}\`.\n`,
      );
    },
    { mostMs: waitingMs() },
  );
