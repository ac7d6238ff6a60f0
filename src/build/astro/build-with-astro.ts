// Astro makes the bundle and renders nothing: our own loop renders the pages that have changed. Measured at
// 100,000 articles, one more article costs a tenth of what it costs in Astro's own loop.

import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { build, type AstroIntegration } from 'astro';
import { listFiles } from '../../disk/list-files.ts';
import { digest, digestFiles, digestPageTools } from '../code-digest.ts';

export interface AstroBuild {
  /** Server code, with its entry module. */
  serverDir: string;
  entry: string;
  /** Style sheets and scripts. */
  assetsDir: string;
  /** By page component. */
  routes: Map<string, RouteCode>;
  /** Removes what Astro left. */
  clear: () => void;
}

/** What pages of one component are made by. */
export interface RouteCode {
  /** The files of the project that it imports, however far, below the root. */
  files: string[];
  /** Of those files, and of all tools. */
  digest: string;
}

/** The plugin container's view of a module; Rolldown has it under this name. */
interface Modules {
  getModuleInfo(
    id: string,
  ): { importedIds: readonly string[]; dynamicallyImportedIds: readonly string[] } | null;
  getModuleIds(): IterableIterator<string>;
}

/** Has Astro build the project's templates. */
export async function makeWithAstro(root: string): Promise<AstroBuild> {
  // Below the root, so that server code finds the packages.
  const work = join(root, '.dateline/work');
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  const assetsDir = join(work, 'site');
  const serverDir = join(work, 'server');
  const routes = new Map<string, RouteCode>();
  const clear = (): void => rmSync(work, { recursive: true, force: true });
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  try {
    await build({
      root,
      outDir: assetsDir,
      cacheDir: join(work, 'cache'),
      logLevel: 'warn',
      integrations: [renderNothing(root, assetsDir, serverDir, routes)],
    });
  } catch (error) {
    clear();
    throw error;
  }
  const entry = readdirSync(serverDir).find((name) => name.startsWith('prerender-entry'));
  if (entry === undefined) throw new Error('Astro made no server code to render pages with.');
  return { serverDir, assetsDir, entry, routes, clear };
}

function renderNothing(
  root: string,
  assetsDir: string,
  serverDir: string,
  routes: Map<string, RouteCode>,
): AstroIntegration {
  return {
    name: 'dateline:bundle',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'dateline:bundle',
                // `public/` is copied by the build itself, which knows what has changed there.
                configEnvironment: (name: string) =>
                  name === 'client' ? { build: { copyPublicDir: false } } : undefined,
                generateBundle(this: Modules & { environment: { name: string } }) {
                  if (this.environment.name === 'prerender') digestRoutes(root, this, routes);
                },
              },
            ],
          },
        });
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((astro) => ({
          ...astro,
          // Astro removes its server code at the end of the build.
          async setup() {
            await cp(join(assetsDir, '.prerender'), serverDir, { recursive: true });
          },
          getStaticPaths: () => Promise.resolve([]),
        }));
      },
      'astro:build:done': () =>
        rmSync(join(assetsDir, '.prerender'), { recursive: true, force: true }),
    },
  };
}

/** Digests, for each page, the files of the project that it imports, directly or through others. */
function digestRoutes(root: string, modules: Modules, routes: Map<string, RouteCode>): void {
  const tools = [digestPageTools(root), ...digestFiles(root, listReadFiles(root))];
  for (const id of modules.getModuleIds()) {
    const component = fileOf(root, id);
    if (component === undefined || id.includes('?') || !component.startsWith('src/pages/'))
      continue;
    const files = new Set<string>();
    const seen = new Set<string>();
    const follow = (moduleId: string): void => {
      if (seen.has(moduleId)) return;
      seen.add(moduleId);
      const file = fileOf(root, moduleId);
      if (file !== undefined) files.add(file);
      const info = modules.getModuleInfo(moduleId);
      info?.importedIds.forEach(follow);
      // A module of Astro's names every page of the site in this way, to load the one that is asked for.
      if (file !== undefined) info?.dynamicallyImportedIds.forEach(follow);
    };
    follow(id);
    const sorted = [...files].toSorted();
    routes.set(component, {
      files: sorted,
      digest: digest([...tools, ...digestFiles(root, sorted)]),
    });
  }
}

/** Files of the code that no module imports but some may read while pages are made: fonts, for one. */
const listReadFiles = (root: string): string[] =>
  listFiles(join(root, 'src'))
    .map((file) => `src/${file}`)
    .filter((file) => !/\.(?:ts|astro|css)$/.test(file));

/** The project's own file that a module is made of; none for packages and virtual modules. */
function fileOf(root: string, moduleId: string): string | undefined {
  const file = relative(root, moduleId.replace(/[?#].*$/s, '').replace(/^\0/, ''));
  return file.startsWith('..') || file.startsWith('node_modules') || !file.includes('/')
    ? undefined
    : file;
}
