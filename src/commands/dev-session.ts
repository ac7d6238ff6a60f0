// What `npm run dev` runs: Astro's development server, where pages are made when they are asked for. Search works on the
// index of the last build until the one of what is saved is made.

import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { basePath } from '../archive/urls.ts';
import { handOver } from '../handover/handover.ts';
import { archiveDir } from '../configuration/archive-folder.ts';
import { readConfiguration } from '../configuration/read-configuration.ts';
import { isError } from '../problem.ts';
import { indexFolder } from '../search/format/manifest.ts';
import { site } from '../site.ts';
import { openWatches } from '../watches/find-watched.ts';
import { beginsAgain } from './dev-status.ts';
import { placeShown, requireFolder } from './check-content.ts';
import { cacheFolder, openContentMemory, saveIfPossible } from './content-memory.ts';
import { serveContent } from './dev-server.ts';
import { openLiveContent, type LiveContent } from './live-content.ts';
import { openPreview } from './preview.ts';
import { readOptions } from './options.ts';
import { archive, content, out, readPort, serving } from './shared-options.ts';
import { counted, Misuse, reportProblems, run, startStage } from './terminal.ts';

const command = {
  name: 'npm run dev',
  does: 'Serves the pages as you edit articles and templates.',
  options: {
    ...serving,
    archive,
    content,
    search: {
      type: 'string',
      value: 'WHAT',
      default: 'saved',
      does: 'what search answers from: what is `saved`, indexed in the background, or what was last `built`',
    },
    out: out('where the last build lies'),
  },
} as const;

await run(async () => {
  const { values } = readOptions(command);
  if (!/^(?:saved|built)$/.test(values.search)) {
    throw new Misuse(`\`--search ${values.search}\` is neither \`saved\` nor \`built\`.`);
  }
  const contentDir = resolve(values.content);
  requireFolder(contentDir);
  const outDir = resolve(values.out);
  const cacheDir = cacheFolder(undefined, outDir);
  process.env['DATELINE_CONTENT'] = contentDir;
  // Drafts are shown.
  process.env['NODE_ENV'] = 'development';
  const live = await readArticles(contentDir, cacheDir);
  // A copy would hold the articles as they are now.
  handOver(
    Object.assign(live.services, {
      findWatched: (query: string) => openWatches(preview.indexDir())(query),
    }),
  );
  const place = placeShown(contentDir);
  reportProblems(live.problems().filter(isError).map(place));
  const preview = openPreview({ contentDir, outDir, cacheDir });
  const renewIndex = values.search === 'saved' ? preview.renew : () => undefined;
  if (!existsSync(preview.indexDir())) renewIndex();
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
        index: { dir: () => preview.indexDir(), path: indexFolder },
        onChange: renewIndex,
        onConfiguration: beginAgain,
        place,
        report: reportProblems,
      }),
    ],
  });
  process.stdout.write(
    values.search === 'saved'
      ? 'Search finds what is saved a little later: its index is made in the background.\n'
      : 'Search finds what the last build indexed; `npm run build` renews it.\n',
  );
  return 0;
});

async function readArticles(contentDir: string, cacheDir: string): Promise<LiveContent> {
  const stage = startStage('Articles');
  const memory = openContentMemory(process.cwd(), cacheDir);
  const live = await openLiveContent(contentDir, memory);
  saveIfPossible(memory.articles, memory.pictures, memory.files);
  stage.end(`${counted(live.services.articles.length, 'article')} read`);
  return live;
}

/** Ends the session where the configuration has changed and is sound, for it is read once; else its problems are said. */
function beginAgain(): void {
  const { problems } = readConfiguration(archiveDir);
  if (problems.length > 0) reportProblems(problems);
  else process.exit(beginsAgain);
}
