// `npm run build`: checks the content, then makes the site and its search index.

import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { hostNames } from '../build/host-limits.ts';
import { parseSlice } from '../build/slices.ts';
import { buildSite } from './build-site.ts';
import { slicesFolder } from './join-slices.ts';
import { Misuse, run } from './terminal.ts';

await run(async () => {
  const { values } = parseArgs({
    options: {
      content: { type: 'string', default: process.env['DATELINE_CONTENT'] ?? 'content' },
      out: { type: 'string' },
      cache: { type: 'string', default: process.env['DATELINE_CACHE'] ?? '' },
      clean: { type: 'boolean', default: false },
      slice: { type: 'string' },
      precompress: { type: 'boolean', default: false },
      host: { type: 'string' },
      'without-search': { type: 'boolean', default: false },
    },
  });
  const slice = values.slice === undefined ? undefined : parseSlice(values.slice);
  if (values.slice !== undefined && !slice) {
    throw new Misuse(`--slice ${values.slice}: write the second of eight as \`--slice 2/8\`.`);
  }
  if (values.host !== undefined && !hostNames.includes(values.host)) {
    throw new Misuse(`--host ${values.host}: the hosts known here are ${hostNames.join(', ')}.`);
  }
  const built = await buildSite({
    contentDir: resolve(values.content),
    outDir: resolve(
      values.out ??
        (slice
          ? join(slicesFolder, `${slice.number}-of-${slice.of}`)
          : (process.env['DATELINE_OUT'] ?? 'dist')),
    ),
    cacheDir: values.cache === '' ? undefined : resolve(values.cache),
    clean: values.clean,
    slice,
    precompress: values.precompress,
    host: values.host,
    withoutSearch: values['without-search'],
  });
  return built ? 0 : 1;
});
