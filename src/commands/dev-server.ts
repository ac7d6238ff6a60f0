// What `npm run dev` adds to Astro's development server: the content as it is on the disk, an article's faults in its
// place, and the search index of the last build.

import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { lookup } from 'mrmime';
import { archiveDir, configurationFile } from '../configuration/archive-folder.ts';
import { articlesFolder } from '../content-folder/content.ts';
import { topicsFile } from '../content-folder/topics-file.ts';
import { escapeXml } from '../archive/xml.ts';
import { printProblem, type Problem } from '../problem.ts';
import { serveFolder } from './serve-folder.ts';
import type { LiveContent } from './live-content.ts';

type Server = Parameters<NonNullable<AstroIntegration['hooks']['astro:server:setup']>>[0]['server'];

export interface DevParts {
  /** The path below which the site is served, with a slash at its end. */
  base: string;
  contentDir: string;
  content: LiveContent;
  /** The folder of the search index, and its path below the base. */
  index: { dir: () => string; path: string };
  /** A problem with its place as a terminal opens it. */
  place: (problem: Problem) => Problem;
  /** Is told of what is wrong in files that have changed. */
  report: (problems: Problem[]) => void;
  /** Is called when something has changed that the index holds. */
  onChange: () => void;
  /** Is called when the configuration has been written. */
  onConfiguration: () => void;
}

/** Ends when the pages have been told of what was noticed last: until then they would show what was before. */
interface Changes {
  told: Promise<void>;
}

export function serveContent(parts: DevParts): AstroIntegration {
  return {
    name: 'dateline:content',
    hooks: {
      'astro:server:setup': ({ server }) => {
        nameTypes(server);
        serveIndex(server, parts);
        const changes: Changes = { told: Promise.resolve() };
        serveArticles(server, parts, changes);
        watchContent(server, parts, changes);
      },
    },
  };
}

/** A host tells a file's type by its name; Astro leaves it out. */
function nameTypes(server: Server): void {
  server.middlewares.use((request, response, next) => {
    const path = request.url?.replace(/[?#].*$/s, '') ?? '';
    const type = /\.(?:html|m?[jt]s|css)$/.test(path) ? undefined : lookup(path);
    if (type !== undefined && /\.\w+$/.test(path)) response.setHeader('content-type', type);
    next();
  });
}

function serveIndex(server: Server, { base, index }: DevParts): void {
  const prefix = `${base}${index.path}/`;
  server.middlewares.use((request, response, next) => {
    if (!request.url?.startsWith(prefix)) return next();
    const path = request.url.slice(prefix.length - 1).replace(/[?#].*$/s, '');
    const files = serveFolder(index.dir());
    files(request, response, { path, onMissing: () => void response.writeHead(404).end() });
  });
}

/** Before a page is made its article is read again where it has changed; one with a fault answers with that. */
function serveArticles(
  server: Server,
  { base, content, place, onChange }: DevParts,
  changes: Changes,
): void {
  const answer = async (id: string): Promise<Problem[]> => {
    await changes.told;
    if (await content.refreshAddress(id)) {
      tellPages(server);
      onChange();
    }
    return content.faultsAt(id).map(place);
  };
  const show = (faults: readonly Problem[], response: ServerResponse): void => {
    response.writeHead(500, { 'content-type': 'text/html; charset=utf-8' });
    response.end(printFaults(faults, base));
  };
  server.middlewares.use((request, response, next) => {
    const id = articleIdOf(request.url ?? '', base);
    if (id === undefined) return next();
    // oxlint-disable-next-line promise/no-callback-in-promise -- Connect's middleware has no other way to go on
    answer(id).then((faults) => (faults.length === 0 ? next() : show(faults, response)), next);
  });
}

function watchContent(server: Server, parts: DevParts, changes: Changes): void {
  const { contentDir, content, place, report, onChange, onConfiguration } = parts;
  const configuration = join(archiveDir, configurationFile);
  // Not the whole folder: what is made of an archive may lie in it, too.
  server.watcher.add([
    join(contentDir, articlesFolder),
    join(contentDir, topicsFile),
    configuration,
  ]);
  server.watcher.on('all', (event, path) => {
    if (path === configuration && event === 'change') return onConfiguration();
    if (!path.startsWith(contentDir)) return;
    changes.told = content.refresh(path).then((changed) => {
      if (!changed) return;
      tellPages(server);
      onChange();
      const faults = content.problems().map(place);
      report(faults.filter(({ place: { file } }) => path.endsWith(file.replaceAll('\\', '/'))));
    });
  });
}

/** Has Astro ask for the pages' views again, and browsers for their pages. */
function tellPages(server: Server): void {
  for (const environment of Object.values(server.environments)) {
    // Astro's own word for it; it empties its cache of `getStaticPaths` (astro/dist/core/app/entrypoints/virtual/dev.js).
    if (environment.name !== 'client') environment.hot.send('astro:content-changed', {});
  }
  server.environments.client.hot.send({ type: 'full-reload', path: '*' });
}

/** `/archive/2024/03/01/flood/` is the address of `2024/03/01/flood`; none where it is none of an article. */
function articleIdOf(url: string, base: string): string | undefined {
  const path = url.replace(/[?#].*$/s, '');
  if (!path.startsWith(base) || !/\/[^/.@]+\/?$/.test(path)) return undefined;
  try {
    return decodeURIComponent(path.slice(base.length).replace(/\/$/, ''));
  } catch {
    return undefined;
  }
}

const printFaults = (faults: readonly Problem[], base: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeXml(faults[0]?.rule ?? '')}</title>
<script type="module" src="${base}@vite/client"></script>
</head>
<body>
<h1>This article cannot be shown</h1>
<pre style="white-space: pre-wrap">${escapeXml(faults.map(printProblem).join('\n\n'))}</pre>
<p>The page comes back when the file is saved without the fault.</p>
</body>
</html>
`;
