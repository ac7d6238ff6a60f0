// Astro's app as its own build uses it: it lists the addresses of every route and renders them.

import { pathToFileURL } from 'node:url';
import { StaticPaths } from 'astro/runtime/prerender/static-paths.js';
import type { RouteCode } from './build-with-astro.ts';
import type { Bundle } from './bundle.ts';
import { digest } from '../code-digest.ts';
import type { Output } from '../output.ts';
import { expectApp, expectPaths, type PagesApp, type RouteData } from './astro-contract.ts';

/**
 * Lists the pages of the site, each with its key and a way to render it.
 *
 * @param origin the site's address without its path
 * @param onConflict is told of an address that two routes claim; the first has it
 */
export async function listPages(
  { entry, routes }: Bundle,
  origin: string,
  onConflict: (address: string, component: string) => void,
): Promise<Output[]> {
  const { app } = (await import(pathToFileURL(entry).href)) as { app: unknown };
  expectApp(app);
  adaptApp(app);
  const digests = digestRoutes(app, routes);
  const found = (await new StaticPaths(
    app as unknown as ConstructorParameters<typeof StaticPaths>[0],
  ).getAll()) as unknown;
  expectPaths(found);
  const outputs = new Map<string, Output>();
  const holders = new Map<string, string>();
  for (const { pathname, route, cacheKey } of found) {
    const path = outputPath(pathname, route.type);
    const holder = holders.get(path);
    if (holder !== undefined) {
      if (holder !== route.component) onConflict(pathname, route.component);
      continue;
    }
    holders.set(path, route.component);
    const code = digests.get(route.component);
    outputs.set(path, {
      path,
      key:
        cacheKey === undefined || code === undefined
          ? undefined
          : digest([code, cacheKey]).slice(0, 32),
      make: () => render(app, origin, pathname, route),
    });
  }
  return [...outputs.values()];
}

/**
 * Gives the app what Astro's build gives it: the style sheets of each page, and a place for its log. Both are
 * in the manifest already; the app asks for them in the form that Astro's bundler has them in.
 */
function adaptApp(app: PagesApp): void {
  const pagesByKeys = new Map(
    app.manifest.routes.map(({ routeData, styles }) => [
      `${routeData.route}&${routeData.component}`,
      { styles: styles.map((sheet, order) => ({ depth: order, order, sheet })) },
    ]),
  );
  // It asks for a page's module each time it makes one, and Node's `import()` takes a tenth of that time.
  for (const [component, load] of app.manifest.pageMap ?? []) {
    let loaded: Promise<unknown> | undefined;
    app.manifest.pageMap?.set(component, () => (loaded ??= load()));
  }
  app.setInternals({ pagesByKeys, entrySpecifierToBundleMap: new Map() });
  // Astro takes the base off a path that it has decoded before; links to assets keep it encoded.
  const { base } = app.manifest;
  app.manifest.assetsPrefix ??= base.replace(/\/$/, '');
  app.manifest.base = decodeURI(base);
  const destination = {
    write: ({ message }: { message: string }) => {
      process.stderr.write(`${message}\n`);
      return true;
    },
  };
  app.setOptions({
    settings: { scripts: [] },
    logger: { options: { destination, level: 'warn' } },
  });
}

/**
 * For each component, the digest of its code together with the assets its pages link to. Of the scripts that are
 * those which its files hold; a script that another one loads is named in that one, not in a page.
 */
function digestRoutes(
  { manifest }: PagesApp,
  code: ReadonlyMap<string, RouteCode>,
): Map<string, string> {
  const scripts = [...Object.entries(manifest.entryModules), ...manifest.inlinedScripts].map(
    ([id, made]) => ({ file: id.replace(/\?.*$/s, ''), made }),
  );
  return new Map(
    manifest.routes.flatMap(({ routeData, styles, scripts: ofRoute }) => {
      const own = code.get(routeData.component);
      if (own === undefined) return [];
      const held = scripts
        .filter(({ file }) => own.files.some((path) => file.endsWith(`/${path}`)))
        .map(({ made }) => made);
      const parts = [own.digest, manifest.base, JSON.stringify([styles, ofRoute, held])];
      return [[routeData.component, digest(parts)]];
    }),
  );
}

/** The file that answers an address: `/2023/` is `2023/index.html`; hosts look for `404.html` at the root. */
export function outputPath(pathname: string, type: RouteData['type']): string {
  const path = trimSlashes(pathname);
  if (type === 'endpoint') return path;
  if (path === '') return 'index.html';
  return path === '404' ? '404.html' : `${path}/index.html`;
}

const trimSlashes = (path: string): string => path.replace(/^\/+|\/+$/g, '');

async function render(
  app: PagesApp,
  origin: string,
  pathname: string,
  routeData: RouteData,
): Promise<Uint8Array> {
  const below = pathname.replace(/^\/+/, '');
  const ending = routeData.type === 'endpoint' || below === '' || below.endsWith('/') ? '' : '/';
  const request = new Request(new URL(encodeURI(app.manifest.base + below + ending), origin));
  const response = await app.render(request, { routeData });
  if (response.status !== 200 && response.status !== 404) {
    throw new Error(`${routeData.component} answered ${pathname} with status ${response.status}.`);
  }
  return new Uint8Array(await response.arrayBuffer());
}
