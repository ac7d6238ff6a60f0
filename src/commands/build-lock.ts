import { join, relative, resolve } from 'node:path';
import { takeLock, type Lock } from '../build/lock.ts';
import { environment } from '../environment.ts';

/** Where a build of a project or of an archive, or a delivery, says that it runs. */
const lockFile = '.dateline/lock';

/** A job of a CI ends; a person sees what is waited for. */
const waitingMs = (): number => (environment.isUnattended ? 30_000 : Number.POSITIVE_INFINITY);

/**
 * Takes the site of a project for one process alone, and the archive where one is named, for two programs may serve it.
 * Says which other process is waited for.
 *
 * @param who what waits: `this one`, `the delivery`
 * @throws Stop in a CI where another has it for long
 */
export async function takeSite(root: string, who: string): Promise<Lock> {
  const ofProject = await takeFolder(root, who);
  const archive = environment.archive === undefined ? root : resolve(environment.archive);
  if (archive === resolve(root)) return ofProject;
  try {
    const ofArchive = await takeFolder(archive, who);
    return {
      isHeld: () => ofProject.isHeld() && ofArchive.isHeld(),
      release() {
        ofArchive.release();
        ofProject.release();
      },
    };
  } catch (error) {
    // Where nobody can write there is nothing to take turns at.
    if (/^(?:EROFS|EACCES|EPERM)$/.test((error as NodeJS.ErrnoException).code ?? '')) {
      return ofProject;
    }
    ofProject.release();
    throw error;
  }
}

function takeFolder(folder: string, who: string): Promise<Lock> {
  const path = join(folder, lockFile);
  return takeLock(
    path,
    (holder) => {
      process.stderr.write(
        `Another build is running (${holder}); ${who} waits for it. If none runs, remove \`${relative('', path)}\`.\n`,
      );
    },
    { mostMs: waitingMs() },
  );
}
