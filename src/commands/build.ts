// `npm run build`: checks the content, then makes the site and its search index.

import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildSite } from './build-site.ts';
import { run } from './terminal.ts';

await run(async () => {
  const { values } = parseArgs({
    options: {
      content: { type: 'string', default: process.env['DATELINE_CONTENT'] ?? 'content' },
      out: { type: 'string', default: process.env['DATELINE_OUT'] ?? 'dist' },
      cache: { type: 'string', default: process.env['DATELINE_CACHE'] ?? '' },
      clean: { type: 'boolean', default: false },
    },
  });
  const built = await buildSite({
    contentDir: resolve(values.content),
    outDir: resolve(values.out),
    cacheDir: values.cache === '' ? undefined : resolve(values.cache),
    clean: values.clean,
  });
  return built ? 0 : 1;
});
