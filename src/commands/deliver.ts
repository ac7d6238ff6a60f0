// `npm run deliver -- remote:bucket`: sends the built site to any place that rclone knows, only what has changed.

import { existsSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { planDelivery, runRclone } from '../build/delivery.ts';
import { Stop } from '../files/stop.ts';
import { readOptions } from './options.ts';
import { out } from './shared-options.ts';
import { Misuse, run, startStage } from './terminal.ts';

await run(async () => {
  const { values, positionals } = readOptions({
    name: 'npm run deliver',
    operand: 'DESTINATION',
    does: 'Sends what has changed of the built site to any place that rclone knows: remote:bucket/path, or a folder.',
    options: {
      out: out('where the site lies'),
      'dry-run': {
        type: 'boolean',
        default: false,
        does: 'say what would be sent, and send nothing',
      },
    },
  });
  const [destination] = positionals;
  if (destination === undefined) {
    throw new Misuse(
      'Usage: npm run deliver -- DESTINATION [--dry-run]\nThe destination is written as for rclone: remote:bucket/path, or a folder.',
    );
  }
  if (!existsSync(join(values.out, 'index.html'))) {
    throw new Misuse(`There is no site in ${values.out}. Build it first: npm run build`);
  }
  try {
    // The link may be turned by a build meanwhile; its folder stays as it is.
    const siteDir = realpathSync(resolve(values.out));
    for (const step of planDelivery(siteDir, destination, values['dry-run'] ? ['--dry-run'] : [])) {
      const stage = startStage('Sending');
      await runRclone(step);
      stage.end(step.says);
    }
    return 0;
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
});
