// What a delivery says before it sends: whose the target is, what would go, and what a dry run would do.

import { createInterface } from 'node:readline/promises';
import { compareWithTarget, type Delivery } from '../build/delivery.ts';
import type { DeliveryList } from '../build/delivery-list.ts';
import type { DeliveryPlan } from '../build/delivery-plan.ts';
import { Stop } from '../disk/stop.ts';
import { counted } from './terminal.ts';

/** @throws Stop where a target is not this archive's, or holds files of another hand in the site's way */
export function requireOwn(
  destination: string,
  {
    there,
    list,
    archive,
    plan,
  }: { there: number; list: DeliveryList | undefined; archive: string; plan: DeliveryPlan },
): void {
  const takeOver =
    '`--adopt` takes the target over: it overwrites files that the site has too, and lets all others stay.';
  if (there > 0 && list === undefined) {
    throw new Stop(
      `There are ${counted(there, 'file')} at ${destination} already, and no delivery has sent them. Nothing was done.\nName an empty place; or, if this is the right one: ${takeOver}`,
    );
  }
  if (list && list.archive !== archive && list.archive !== '' && archive !== '') {
    throw new Stop(
      `At ${destination} lies the archive ${list.archive}; this one is ${archive}. Nothing was done.\nName another place; or, if this is the right one: ${takeOver}`,
    );
  }
  if (plan.foreign.length > 0) {
    throw new Stop(
      `${counted(plan.foreign.length, 'file')} at ${destination} would be overwritten that no delivery has sent. Nothing was done.\n${examples(plan.foreign)}Move them away, or say \`--adopt\`.`,
    );
  }
}

/** @throws Stop where files of another hand lie in a folder that has to become a file */
export function requireRoom(destination: string, { blocking }: DeliveryPlan): void {
  if (blocking.length === 0) return;
  throw new Stop(
    `${counted(blocking.length, 'file')} at ${destination} that no delivery has sent lie where the site has a file. Nothing was done.\n${examples(blocking)}Move them away.`,
  );
}

/** What may be deleted without a question: a few files, or this part of what was sent. */
const fewFiles = 10;
const smallShare = 0.2;

/** @throws Stop where many files would go and nobody says yes */
export async function confirmDeletions(
  { plan, list, destination }: Delivery,
  mayDelete: boolean,
): Promise<void> {
  const count = plan.deleted.length + plan.obstacles.length;
  const sent = list?.files.length ?? 0;
  if (mayDelete || count <= fewFiles || count <= sent * smallShare) return;
  const what = `${count.toLocaleString('en')} of the ${counted(sent, 'file')} at ${destination} would be deleted, for the site has them no longer`;
  if (!process.stdin.isTTY) {
    throw new Stop(`${what}. Nothing was done. If that is right, say \`--delete-many\`.`);
  }
  const asked = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const answer = await asked.question(`${what}.\nDelete them? Type yes to go on: `);
    if (answer.trim().toLowerCase() !== 'yes') throw new Stop('Nothing was done.');
  } finally {
    asked.close();
  }
}

/** Says what a delivery would do, in a few lines. */
export async function describeDelivery({ siteDir, destination, plan }: Delivery): Promise<void> {
  const { changed, added } = await compareWithTarget(siteDir, destination);
  const lines = [
    `Send       ${counted(added.length + changed.length, 'file')}: ${added.length.toLocaleString('en')} new, ${changed.length.toLocaleString('en')} changed`,
    examples([...added, ...changed]),
    `Delete     ${describeDeleted(plan)}`,
    examples([...plan.obstacles, ...plan.deleted]),
    `Leave      ${counted(plan.others, 'file')} of others`,
    'Nothing was sent: this was a dry run.',
  ];
  process.stdout.write(
    `${lines
      .map((line) => line.trimEnd())
      .filter(Boolean)
      .join('\n')}\n`,
  );
}

export function describeDeleted({ deleted, obstacles, kept }: DeliveryPlan): string {
  const later =
    kept.length > 0 ? `; ${kept.length.toLocaleString('en')} more with the next delivery` : '';
  return `${counted(deleted.length + obstacles.length, 'file')} of the site before${later}`;
}

/** The first of some files, each on a line. */
function examples(files: readonly string[], most = 5): string {
  const lines = files.slice(0, most).map((file) => `  ${file}\n`);
  const more = files.length - lines.length;
  return lines.join('') + (more > 0 ? `  … and ${more.toLocaleString('en')} more\n` : '');
}
