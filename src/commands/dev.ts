// `npm run dev`: Astro's development server, where pages are made when they are asked for. Search works on the
// index of the last build, which is made first where there is none.

import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { basePath } from '../archive/urls.ts';
import { handOver } from '../handover/handover.ts';
import { isError } from '../problem.ts';
import { indexFolder } from '../search/format/manifest.ts';
import { site } from '../site.ts';
import { placeShown, requireFolder } from './check-content.ts';
import { cacheFolder, openContentMemory } from './content-memory.ts';
import { serveContent } from './dev-server.ts';
import { openLiveContent } from './live-content.ts';
import { readOptions } from './options.ts';
import { archive, content, out, readPort, serving } from './shared-options.ts';
import { counted, reportProblems, run, startStage } from './terminal.ts';

await run(async () => {
  const { values } = readOptions({
    name: 'npm run dev',
    does: 'Serves the pages as you edit articles and templates.',
    options: {
      ...serving,
      archive,
      content,
      out: out('where the last build lies, whose search index is used'),
    },
  });
  const contentDir = resolve(values.content);
  requireFolder(contentDir);
  const outDir = resolve(values.out);
  const indexDir = join(outDir, indexFolder);
  if (!existsSync(indexDir)) {
    process.stderr.write('There is no search index yet; the site is built once to make it.\n');
    const { buildSite } = await import('./build-site.ts');
    if (!(await buildSite({ contentDir, outDir }))) return 1;
  }
  process.env['DATELINE_CONTENT'] = contentDir;
  // The build before set it to `production`; here drafts are shown.
  process.env['NODE_ENV'] = 'development';
  const stage = startStage('Articles');
  const live = await openLiveContent(
    contentDir,
    openContentMemory(process.cwd(), cacheFolder(undefined, outDir)),
  );
  stage.end(`${counted(live.services.articles.length, 'article')} read`);
  handOver(live.services);
  const place = placeShown(contentDir);
  reportProblems(live.problems().filter(isError).map(place));
  const { dev } = await import('astro');
  await dev({
    server: { port: readPort(values.port), host: values.host },
    // A picture's address has no slash at its end.
    trailingSlash: 'ignore',
    integrations: [
      serveContent({
        base: basePath(site.address),
        contentDir,
        content: live,
        index: { dir: indexDir, path: indexFolder },
        place,
        report: reportProblems,
      }),
    ],
  });
  process.stdout.write('Search finds what the last build indexed; `npm run build` renews it.\n');
  return 0;
});
