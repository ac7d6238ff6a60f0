// Sending a site to any place that rclone knows (https://rclone.org), so that a reader never meets a page whose
// parts are not there: first what pages are made of, then pages, and what is no more at the end.

import { spawn } from 'node:child_process';
import { Stop } from '../files/stop.ts';

/** One run of rclone. */
export interface DeliveryStep {
  says: string;
  args: string[];
}

/** Names that change when the bytes do; such a file is never asked for twice. */
const hashed = ['/_astro/**'];

/** What leads to other files, and has to come after them. */
const leading = [
  '*.html',
  '*.xml',
  '*.txt',
  '*.json',
  '*.webmanifest',
  '/search-index/manifest.pack',
];

const forEver = 'Cache-Control: public, max-age=31536000, immutable';
/** Kept by browsers, and asked after each time: an unchanged page costs one short answer (RFC 9111 §5.2.2.4). */
const askFirst = 'Cache-Control: no-cache';

const filter = (sign: '+' | '-', patterns: readonly string[]): string[] =>
  patterns.flatMap((pattern) => ['--filter', `${sign} ${pattern}`]);

/**
 * Plans the sending of a site.
 *
 * @param siteDir the folder of the site itself, not a link to it
 * @param destination as rclone writes it: `remote:bucket/path`, or a folder
 * @param more further arguments of rclone, `--dry-run` for one
 */
export function planDelivery(
  siteDir: string,
  destination: string,
  more: readonly string[] = [],
): DeliveryStep[] {
  // Bytes decide what has changed: times differ between machines, and a build may be made on another.
  const common = ['--checksum', '--transfers', '16', '--checkers', '16', '--fast-list', ...more];
  const copy = (says: string, header: string, filters: string[]): DeliveryStep => ({
    says,
    args: ['copy', siteDir, destination, ...common, '--header-upload', header, ...filters],
  });
  return [
    copy('Style sheets and scripts', forEver, filter('+', hashed).concat(filter('-', ['**']))),
    copy('Pictures and search index', askFirst, filter('-', [...hashed, ...leading])),
    copy('Pages', askFirst, filter('-', hashed)),
    {
      says: 'What is no more',
      args: [
        'sync',
        siteDir,
        destination,
        ...common,
        '--delete-after',
        '--header-upload',
        askFirst,
      ],
    },
  ];
}

/** Runs rclone and shows what it says; its end with an error stops the delivery. */
export async function runRclone({ says, args }: DeliveryStep): Promise<void> {
  const child = spawn('rclone', args, { stdio: 'inherit' });
  const status = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  }).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new Stop(
      'rclone is not there. On Debian: `apt-get install rclone`; else see https://rclone.org/install/.',
    );
  });
  if (status !== 0) {
    throw new Stop(
      `rclone stopped (status ${status}) at: ${says}. What was sent is whole; run the delivery again.`,
    );
  }
}
