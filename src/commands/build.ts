// `npm run build`: checks the content, then makes the site and its search index.

import { join, resolve } from 'node:path';
import { parseSlice } from '../build/slices.ts';
import { environment } from '../environment.ts';
import { readOptions } from './options.ts';
import {
  archive,
  cache,
  content,
  finishing,
  madeIn,
  requireKnownHost,
  slicesFolder,
  strict,
} from './shared-options.ts';
import { Misuse, run } from './terminal.ts';

const options = {
  archive,
  content,
  out: {
    type: 'string',
    value: 'DIR',
    does: `where the site is put (${madeIn('dist')}; of a slice: a folder in ${slicesFolder})`,
  },
  cache,
  strict,
  clean: { type: 'boolean', default: false, does: 'forget what earlier builds kept' },
  slice: {
    type: 'string',
    value: '2/8',
    does: 'build the second of eight parts, for `npm run join`',
  },
  ...finishing,
  'without-search': {
    type: 'boolean',
    default: false,
    does: 'leave the search index out, to measure the rest',
  },
} as const;

await run(async () => {
  const { values } = readOptions({
    name: 'npm run build',
    does: 'Checks the articles, and makes the site with its search index.',
    options,
  });
  const slice = values.slice === undefined ? undefined : parseSlice(values.slice);
  if (values.slice !== undefined && !slice) {
    throw new Misuse(`--slice ${values.slice}: write the second of eight as \`--slice 2/8\`.`);
  }
  requireKnownHost(values.host);
  // After the options: `--help` and a misuse are answered without loading all that makes a site.
  const { buildSite } = await import('./build-site.ts');
  const built = await buildSite({
    contentDir: resolve(values.content),
    outDir: resolve(
      values.out ??
        (slice
          ? join(slicesFolder, `${slice.number}-of-${slice.of}`)
          : (environment.out ?? madeIn('dist'))),
    ),
    cacheDir: values.cache === '' ? undefined : resolve(values.cache),
    clean: values.clean,
    strict: values.strict,
    slice,
    precompress: values.precompress,
    host: values.host,
    signingKey: values.sign,
    withoutSearch: values['without-search'],
  });
  return built ? 0 : 1;
});
