// `npm run join`: makes one site of the slices that were built on several machines.

import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { hostNames } from '../build/host-limits.ts';
import { joinSlices, slicesFolder } from './join-slices.ts';
import { Misuse, run } from './terminal.ts';

await run(async () => {
  const { values } = parseArgs({
    options: {
      from: { type: 'string', default: slicesFolder },
      out: { type: 'string', default: process.env['DATELINE_OUT'] ?? 'dist' },
      cache: { type: 'string', default: process.env['DATELINE_CACHE'] ?? '' },
      precompress: { type: 'boolean', default: false },
      host: { type: 'string' },
    },
  });
  if (values.host !== undefined && !hostNames.includes(values.host)) {
    throw new Misuse(`--host ${values.host}: the hosts known here are ${hostNames.join(', ')}.`);
  }
  const joined = await joinSlices({
    from: resolve(values.from),
    outDir: resolve(values.out),
    cacheDir: values.cache === '' ? undefined : resolve(values.cache),
    precompress: values.precompress,
    host: values.host,
  });
  return joined ? 0 : 1;
});
