// What is relied on of Astro beyond its documented interface. It is asserted whenever a bundle is opened, so that an
// upgrade that changes it stops the build with a sentence instead of a site without style sheets.

import { createRequire } from 'node:module';
import { z } from 'zod';

/** The version whose insides are described here; `package.json` pins it. */
const knownVersion = '7.3.5';

const routeData = z.looseObject({
  route: z.string(),
  component: z.string(),
  type: z.enum(['page', 'endpoint', 'redirect', 'fallback']),
  prerender: z.boolean(),
  origin: z.string(),
});

const styleSheet = z.union([
  z.looseObject({ type: z.literal('inline'), content: z.string() }),
  z.looseObject({ type: z.literal('external'), src: z.string() }),
]);

const method = z.custom<(...args: never[]) => unknown>((value) => typeof value === 'function', {
  error: 'is no function',
});

/** Astro's `BuildApp`, which the entry module of the server code exports as `app`. */
const pagesApp = z.looseObject({
  manifest: z.looseObject({
    base: z.string().startsWith('/'),
    /** Scripts, by the module they are made of. */
    entryModules: z.record(z.string(), z.string()),
    inlinedScripts: z.map(z.string(), z.string()),
    /** Loads a page's module, by the page's component. */
    pageMap: z.map(z.string(), method),
    routes: z
      .array(
        z.looseObject({
          routeData,
          styles: z.array(styleSheet),
          scripts: z.array(z.unknown()),
        }),
      )
      .min(1),
  }),
  setInternals: method,
  setOptions: method,
  render: method,
});

const foundPaths = z.array(
  z.looseObject({ pathname: z.string(), route: routeData, cacheKey: z.string().optional() }),
);

export type RouteData = z.infer<typeof routeData>;
type StyleSheet = z.infer<typeof styleSheet>;

export interface PagesApp {
  manifest: {
    base: string;
    assetsPrefix?: unknown;
    entryModules: Record<string, string>;
    inlinedScripts: Map<string, string>;
    pageMap: Map<string, () => Promise<unknown>>;
    routes: { routeData: RouteData; styles: StyleSheet[]; scripts: unknown[] }[];
  };
  setInternals(internals: unknown): void;
  setOptions(options: unknown): void;
  render(request: Request, options: { routeData: RouteData }): Promise<Response>;
}

/** An address that `StaticPaths` found, and the key that its page gave it. */
interface FoundPath {
  pathname: string;
  route: RouteData;
  cacheKey?: string | undefined;
}

/**
 * Asserts that the entry module of the server code exports what pages are rendered with.
 *
 * @throws Error that names every part that has changed
 */
export function expectApp(app: unknown): asserts app is PagesApp {
  expectShape(pagesApp, app, 'app');
}

/** All are made by the same code; checking each of hundreds of thousands would take a second. */
const samplePaths = 100;

/**
 * Asserts what `StaticPaths` gives: the addresses of all pages.
 *
 * @throws Error that names every part that has changed
 */
export function expectPaths(found: unknown): asserts found is FoundPath[] {
  const some = Array.isArray(found) ? found.slice(0, samplePaths) : found;
  expectShape(foundPaths, some, 'StaticPaths.getAll()');
}

function expectShape(shape: z.ZodType, value: unknown, name: string): void {
  const { error } = shape.safeParse(value);
  if (!error) return;
  const changes = error.issues
    .slice(0, 5)
    .map(({ path, message }) => `\`${[name, ...path].join('.')}\`: ${message}`);
  throw new Error(
    `Astro ${installedVersion()} is not as Dateline knows it from version ${knownVersion}: ${changes.join('; ')}. See “Upgrading Astro and Pagefind” in .github/CONTRIBUTING.md.`,
  );
}

/** The version of Astro that is installed. */
export const installedVersion = (): string =>
  (createRequire(import.meta.url)('astro/package.json') as { version: string }).version;
