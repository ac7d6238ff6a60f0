// Makes the site of what is being edited, for the search of `npm run dev`: `--content DIR --out DIR --cache DIR`.

import { parseArgs } from 'node:util';
import { buildSite } from './build-site.ts';

const {
  content = '',
  out = '',
  cache = '',
} = parseArgs({
  options: {
    content: { type: 'string' },
    out: { type: 'string' },
    cache: { type: 'string' },
  },
}).values;

// Whoever wanted it has ended.
process.on('disconnect', () => process.exit());

process.env['NODE_ENV'] = 'production';
const isBuilt = await buildSite({
  contentDir: content,
  outDir: out,
  cacheDir: cache,
  isPreview: true,
});
process.exitCode = isBuilt ? 0 : 1;
