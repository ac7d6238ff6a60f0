// `npm start`: builds the site with its search index and serves it.

import { resolve } from 'node:path';
import { basePath } from '../archive/urls.ts';
import { site } from '../site.ts';
import { buildSite } from './build-site.ts';
import { serveSite } from './serve-site.ts';
import { readOptions } from './options.ts';
import { content, out, serving } from './shared-options.ts';
import { Misuse, run } from './terminal.ts';

await run(async () => {
  const { values } = readOptions({
    name: 'npm start',
    does: 'Builds the site with its search index, and serves it.',
    options: {
      ...serving,
      content,
      out: out('where the site is put'),
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Misuse(`--port ${values.port}: a port is a number from 0 to 65535.`);
  }
  const outDir = resolve(values.out);
  if (!(await buildSite({ contentDir: resolve(values.content), outDir }))) return 1;
  try {
    const { address } = await serveSite(outDir, {
      base: basePath(site.address),
      port,
      host: values.host,
    });
    process.stdout.write(`The archive is at ${address} (stop with Ctrl+C)\n`);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new Misuse(`Port ${port} is taken. Choose another: npm start -- --port ${port + 1}`);
  }
  return 0;
});
