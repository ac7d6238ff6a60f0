// `npm run deliver -- remote:bucket`: sends the built site to any place that rclone knows, only what has changed.

import { existsSync, realpathSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { readList, sendSite, type Delivery } from '../build/delivery.ts';
import { addressOf, listFile, parseList } from '../build/delivery-list.ts';
import { planDelivery } from '../build/delivery-plan.ts';
import { hasFolders, listTarget } from '../build/rclone.ts';
import { findSpecialFiles } from '../build/special-files.ts';
import { listFiles } from '../disk/list-files.ts';
import { Stop } from '../disk/stop.ts';
import {
  confirmDeletions,
  describeDeleted,
  describeDelivery,
  requireOwn,
  requireRoom,
} from './delivery-talk.ts';
import { takeSite } from './build-lock.ts';
import { readOptions } from './options.ts';
import { archive, out } from './shared-options.ts';
import { Misuse, run, startStage } from './terminal.ts';

await run(async () => {
  const { values, positionals } = readOptions({
    name: 'npm run deliver',
    operand: 'DESTINATION',
    does: 'Sends what has changed of the built site to any place that rclone knows: remote:bucket/path, or a folder.',
    options: {
      archive,
      out: out('where the site lies'),
      'dry-run': {
        type: 'boolean',
        default: false,
        does: 'say what would be sent and deleted, and do nothing',
      },
      adopt: {
        type: 'boolean',
        default: false,
        does: 'take a target over that no delivery of this archive has made; its other files stay',
      },
      'delete-many': {
        type: 'boolean',
        default: false,
        does: 'do not ask before many files are deleted',
      },
    },
  });
  const [destination] = positionals;
  if (destination === undefined) {
    throw new Misuse(
      'Usage: npm run deliver -- DESTINATION [--dry-run]\nThe destination is written as for rclone: remote:bucket/path, or a folder.',
    );
  }
  const siteDir = requireSite(values.out, destination);
  // A build would put another site in this one's place meanwhile.
  const lock = await takeSite(process.cwd(), 'the delivery');
  try {
    const delivery = await prepare(siteDir, destination, values.adopt);
    if (values['dry-run']) await describeDelivery(delivery);
    else {
      await confirmDeletions(delivery, values['delete-many']);
      await deliver(delivery);
    }
    return 0;
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  } finally {
    lock.release();
  }
});

/** Finds the folder of the site itself, not a link to it. */
function requireSite(outDir: string, destination: string): string {
  if (!existsSync(join(outDir, 'index.html'))) {
    throw new Misuse(`There is no site in ${outDir}. Build it first: npm run build`);
  }
  const siteDir = realpathSync(resolve(outDir));
  const target = existsSync(destination) ? realpathSync(destination) : resolve(destination);
  if (`${target}${sep}`.startsWith(`${siteDir}${sep}`)) {
    throw new Misuse(`${destination} lies in the site itself, ${outDir}. Name another folder.`);
  }
  return siteDir;
}

/**
 * Compares the site with its target.
 *
 * @throws Stop where the target is not this archive's
 */
async function prepare(siteDir: string, destination: string, adopt: boolean): Promise<Delivery> {
  const siteFiles = listFiles(siteDir);
  const archive = addressOf(siteDir);
  const there = await listTarget(destination);
  const text = there.files.includes(listFile) ? await readList(destination) : undefined;
  const list = text === undefined ? undefined : parseList(text);
  const plan = planDelivery(siteFiles, {
    ...there,
    list,
    hasFolders: await hasFolders(destination),
    special: findSpecialFiles(destination, siteFiles),
  });
  requireRoom(destination, plan);
  if (!adopt) requireOwn(destination, { there: there.files.length, list, archive, plan });
  return { siteDir, destination, siteFiles, plan, list, archive };
}

async function deliver(delivery: Delivery): Promise<void> {
  const { plan } = delivery;
  const count = plan.deleted.length + plan.obstacles.length;
  if (count > 0) process.stderr.write(`Deletes    ${describeDeleted(plan)}\n`);
  let stage = startStage('Sending');
  await sendSite(delivery, (says) => {
    stage.end(says);
    stage = startStage('Sending');
  });
}
