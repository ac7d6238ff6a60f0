// `npm run dev`: Astro's development server, where pages are made when they are asked for. Search works on the
// index of the last build, which is made first where there is none.

import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { dev, type AstroIntegration } from 'astro';
import sirv from 'sirv';
import { basePath } from '../archive/urls.ts';
import { indexFolder } from '../search/format/manifest.ts';
import { site } from '../site.ts';
import { buildSite } from './build-site.ts';
import { readOptions } from './options.ts';
import { content, out, serving } from './shared-options.ts';
import { run } from './terminal.ts';

await run(async () => {
  const { values } = readOptions({
    name: 'npm run dev',
    does: 'Serves the pages as you edit articles and templates.',
    options: {
      ...serving,
      content,
      out: out('where the last build lies, whose search index is used'),
    },
  });
  const outDir = resolve(values.out);
  const index = join(outDir, indexFolder);
  if (!existsSync(index)) {
    process.stderr.write('There is no search index yet; the site is built once to make it.\n');
    if (!(await buildSite({ contentDir: resolve(values.content), outDir }))) return 1;
  }
  process.env['DATELINE_CONTENT'] = resolve(values.content);
  // The build before set it to `production`; here drafts are shown.
  process.env['NODE_ENV'] = 'development';
  await dev({
    server: { port: Number(values.port), host: values.host },
    integrations: [serveIndex(index)],
  });
  process.stdout.write('Search finds what the last build indexed; `npm run build` renews it.\n');
  return 0;
});

/** Serves the index of the last build beside the pages. */
function serveIndex(folder: string): AstroIntegration {
  const files = sirv(folder, { dev: true, etag: true });
  const prefix = `${basePath(site.address)}${indexFolder}/`;
  return {
    name: 'dateline:search-index',
    hooks: {
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          if (!request.url?.startsWith(prefix)) return next();
          request.url = request.url.slice(prefix.length - 1);
          files(request, response, () => void response.writeHead(404).end());
        });
      },
    },
  };
}
