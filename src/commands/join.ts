// `npm run join`: makes one site of the slices that were built on several machines.

import { resolve } from 'node:path';
import { readOptions } from './options.ts';
import {
  archive,
  cache,
  finishing,
  out,
  requireKnownHost,
  slicesFolder,
} from './shared-options.ts';
import { run } from './terminal.ts';

await run(async () => {
  const { values } = readOptions({
    name: 'npm run join',
    does: 'Makes one site of slices that were built with `npm run build -- --slice`.',
    options: {
      archive,
      from: {
        type: 'string',
        value: 'DIR',
        default: slicesFolder,
        does: 'the folder that holds the slices',
      },
      out: out('where the site is put'),
      cache,
      ...finishing,
    },
  });
  requireKnownHost(values.host);
  const { joinSlices } = await import('./join-slices.ts');
  const joined = await joinSlices({
    from: resolve(values.from),
    outDir: resolve(values.out),
    cacheDir: values.cache === '' ? undefined : resolve(values.cache),
    precompress: values.precompress,
    host: values.host,
    signingKey: values.sign,
  });
  return joined ? 0 : 1;
});
