// Sending a site to any place that rclone knows, so that a reader never meets a page whose parts are not there: first
// what stands in the way is removed, then what pages are made of is sent, then pages, then what tells
// which files there are, and what is no more goes at the end.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { indexManifest, listFile, printList, type DeliveryList } from './delivery-list.ts';
import type { DeliveryPlan } from './delivery-plan.ts';
import { manifestFile, signatureFile } from '../proof/manifest.ts';
import { askRclone, runRclone } from './rclone.ts';

/** Names that change when the bytes do; such a file is never asked for twice. */
const hashed = ['/_astro/**'];

/** What leads to other files, and has to come after them; their compressed copies with them. */
const leading = ['html', 'xml', 'txt', 'json', 'webmanifest'].map(
  (ending) => `*.${ending}{,.br,.gz}`,
);

/**
 * What says which files there are, in the search index and in the whole: the ones before are right until the rest is
 * there.
 */
const manifest = [indexManifest.path, manifestFile, signatureFile].map((path) => `/${path}`);

const forEver = 'Cache-Control: public, max-age=31536000, immutable';
/** Kept by browsers, and asked after each time: an unchanged page costs one short answer (RFC 9111 §5.2.2.4). */
const askFirst = 'Cache-Control: no-cache';

/** Bytes decide what has changed: times differ between machines, and a build may be made on another. */
const byBytes = ['--checksum'];

const atOnce = ['--transfers', '16', '--checkers', '16', '--fast-list'];

const filter = (sign: '+' | '-', patterns: readonly string[]): string[] =>
  patterns.flatMap((pattern) => ['--filter', `${sign} ${pattern}`]);

/** A part of the site that is sent before the next. */
interface Step {
  says: string;
  header: string;
  filters: string[];
}

const steps: Step[] = [
  {
    says: 'Style sheets and scripts',
    header: forEver,
    filters: [...filter('+', hashed), ...filter('-', ['**'])],
  },
  {
    says: 'Pictures and search index',
    header: askFirst,
    filters: filter('-', [...hashed, ...manifest, ...leading]),
  },
  { says: 'Pages', header: askFirst, filters: filter('-', [...hashed, ...manifest]) },
  {
    says: 'Contents of the search index, manifest',
    header: askFirst,
    filters: [...filter('+', manifest), ...filter('-', ['**'])],
  },
];

export interface Delivery {
  siteDir: string;
  /** As rclone writes it: `remote:bucket/path`, or a folder. */
  destination: string;
  siteFiles: readonly string[];
  plan: DeliveryPlan;
  /** What the delivery before noted. */
  list: DeliveryList | undefined;
  /** The address of the archive. */
  archive: string;
}

/**
 * Sends a site as planned. Killed at any point it can be run again: the target's list names all that was sent.
 *
 * @param onStep is told of each step that is done
 */
export async function sendSite(delivery: Delivery, onStep: (says: string) => void): Promise<void> {
  const { siteDir, destination, siteFiles, plan, list, archive } = delivery;
  const before = [...(list?.files ?? []), ...siteFiles];
  await writeList(destination, {
    archive,
    files: [...new Set(before)].toSorted(),
    kept: list?.kept ?? [],
  });
  for (const path of plan.special) rmSync(join(destination, path));
  await remove(destination, 'What stands in the way', plan.obstacles);
  await removeFolders(destination, plan.cleared);
  for (const { says, header, filters } of steps) {
    const args = [...byBytes, ...atOnce, '--header-upload', header, ...filters];
    await runRclone(says, ['copy', siteDir, destination, ...args]);
    onStep(says);
  }
  await remove(destination, 'What is no more', plan.deleted);
  await removeFolders(destination, plan.emptied);
  await writeList(destination, { archive, files: siteFiles.toSorted(), kept: plan.kept });
  onStep('What is no more');
}

async function remove(destination: string, says: string, files: readonly string[]): Promise<void> {
  if (files.length === 0) return;
  const args = ['delete', destination, ...atOnce, '--files-from-raw', '-'];
  await runRclone(says, args, `${files.join('\n')}\n`);
}

/** Removes folders as far as they are empty. */
async function removeFolders(destination: string, folders: readonly string[]): Promise<void> {
  for (const folder of folders) {
    // A folder that is gone already is no fault.
    await askRclone('Empty folders', ['rmdirs', below(destination, folder)]);
  }
}

async function writeList(destination: string, list: DeliveryList): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-delivery-'));
  try {
    const file = join(folder, listFile);
    writeFileSync(file, printList(list));
    const to = below(destination, listFile);
    const args = ['copyto', file, to, ...byBytes, '--header-upload', askFirst];
    await runRclone('The list of what was sent', args);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Reads what the delivery before noted at a target; its text, for it may be damaged. */
export const readList = (destination: string): Promise<string | undefined> =>
  askRclone('The list of what was sent', ['cat', below(destination, listFile)]);

/** How many files differ from those at a target, and how many it has not got. */
export async function compareWithTarget(
  siteDir: string,
  destination: string,
): Promise<{ changed: string[]; added: string[] }> {
  const args = ['check', siteDir, destination, '--one-way', '--combined', '-', ...atOnce];
  // Its status is 1 where anything differs; where it could not compare at all it lists nothing.
  const lines = ((await askRclone('A comparison', args, [0, 1])) ?? '').split('\n');
  const marked = (mark: string): string[] =>
    lines.filter((line) => line.startsWith(`${mark} `)).map((line) => line.slice(2));
  return { changed: marked('*'), added: marked('+') };
}

/** `remote:` and `remote:bucket/` alike. */
const below = (destination: string, path: string): string =>
  /[/:]$/.test(destination) ? destination + path : `${destination}/${path}`;
