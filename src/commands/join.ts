// `npm run join`: makes one site of the slices that were built on several machines.

import { resolve } from 'node:path';
import { hostNames } from '../build/host-limits.ts';
import { joinSlices, slicesFolder } from './join-slices.ts';
import { readOptions } from './options.ts';
import { Misuse, run } from './terminal.ts';

await run(async () => {
  const { values } = readOptions({
    name: 'npm run join',
    does: 'Makes one site of slices that were built with `npm run build -- --slice`.',
    options: {
      from: {
        type: 'string',
        value: 'DIR',
        default: slicesFolder,
        does: 'the folder that holds the slices',
      },
      out: {
        type: 'string',
        value: 'DIR',
        default: process.env['DATELINE_OUT'] ?? 'dist',
        does: 'where the site is put',
      },
      cache: {
        type: 'string',
        value: 'DIR',
        default: process.env['DATELINE_CACHE'] ?? '',
        does: 'what spares the next build work (.dateline beside the site)',
      },
      precompress: {
        type: 'boolean',
        default: false,
        does: 'put `.br` and `.gz` copies beside texts',
      },
      host: {
        type: 'string',
        value: 'NAME',
        does: `check the limits of a host before: ${hostNames.join(', ')}`,
      },
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
