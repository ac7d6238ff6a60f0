// What rclone (https://rclone.org) is asked for. It names what it did in its exit status (rclone.org/docs/#exit-code).

import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { Stop } from '../disk/stop.ts';

interface Ended {
  status: number | null;
  out: string;
}

/** A file or folder is not there: statuses 3 and 4. */
const notThere = new Set<number | null>([3, 4]);

async function rclone(args: readonly string[], input?: string): Promise<Ended & { said: string }> {
  const child = spawn('rclone', args, { stdio: ['pipe', 'pipe', 'pipe'] });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  // It may end without reading what it is told.
  child.stdin.on('error', () => undefined).end(input ?? '');
  try {
    const [status, out, said] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
    return { status, out, said };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new Stop(
      'rclone is not there. On Debian: `apt-get install rclone`; else see https://rclone.org/install/.',
    );
  }
}

/**
 * Runs rclone, and stops with what it said where it fails.
 *
 * @param doing what it is asked for, for the message
 * @param input what it reads, a list of files for one
 */
export async function runRclone(
  doing: string,
  args: readonly string[],
  input?: string,
): Promise<string> {
  const { status, out, said } = await rclone(args, input);
  if (status !== 0) {
    throw new Stop(
      `${said.trimEnd()}\nrclone stopped (status ${status}) at: ${doing}. What was sent is whole; run the delivery again.`,
    );
  }
  return out;
}

/**
 * The same for a question.
 *
 * @param fine the statuses that are no fault
 * @returns none where what it is asked about is not there
 */
export async function askRclone(
  doing: string,
  args: readonly string[],
  fine: readonly number[] = [0],
): Promise<string | undefined> {
  const { status, out, said } = await rclone(args);
  if (notThere.has(status)) return undefined;
  if (!fine.includes(status ?? -1)) {
    throw new Stop(`${said.trimEnd()}\nrclone stopped (status ${status}) at: ${doing}.`);
  }
  return out;
}

/** What lies at a destination; nothing where it is not there. */
export async function listTarget(
  destination: string,
): Promise<{ files: string[]; folders: string[] }> {
  const args = [
    'lsjson',
    destination,
    '--recursive',
    '--fast-list',
    '--no-modtime',
    '--no-mimetype',
  ];
  const out = await askRclone('What is there', args);
  const entries = JSON.parse(out ?? '[]') as { Path: string; IsDir: boolean }[];
  return {
    files: entries.filter(({ IsDir }) => !IsDir).map(({ Path }) => Path),
    folders: entries.filter(({ IsDir }) => IsDir).map(({ Path }) => Path),
  };
}

/** Whether a destination has folders that stay when they are empty and take a file's place: a disk has, S3 has not. */
export async function hasFolders(destination: string): Promise<boolean> {
  const out = await askRclone('What it can', ['backend', 'features', destination]);
  const features = JSON.parse(out ?? '{}') as { Features?: { CanHaveEmptyDirectories?: boolean } };
  return features.Features?.CanHaveEmptyDirectories ?? true;
}
