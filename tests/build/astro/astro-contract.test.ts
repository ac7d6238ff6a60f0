import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { expectApp, expectPaths } from '../../../src/build/astro/astro-contract.ts';

const routeData = {
  route: '/[day]',
  component: 'src/pages/[day].astro',
  type: 'page',
  prerender: true,
  origin: 'project',
};

/** The app as the pinned Astro exports it, in small; every build asserts that the real one is like it. */
const anApp = () => ({
  manifest: {
    base: '/',
    entryModules: { 'src/browser/search.ts': '_astro/search.js' },
    inlinedScripts: new Map<string, string>(),
    pageMap: new Map([['src/pages/[day].astro', () => Promise.resolve()]]),
    routes: [{ routeData, styles: [{ type: 'external', src: '/_astro/a.css' }], scripts: [] }],
  },
  setInternals: () => {},
  setOptions: () => {},
  render: () => {},
});

test('what pages are rendered with is accepted as the pinned Astro has it', () => {
  expect(() => expectApp(anApp())).not.toThrow();
  expect(() => expectPaths([{ pathname: '/2024/', route: routeData }])).not.toThrow();
});

const upgrades: [what: string, change: (app: ReturnType<typeof anApp>) => unknown, name: string][] =
  [
    ['no app', () => undefined, '`app`'],
    ['another method', ({ manifest }) => ({ manifest, renderPage: () => {} }), '`app.render`'],
    [
      'style sheets of another kind',
      (app) => {
        app.manifest.routes[0]!.styles = [{ type: 'link', src: '' }];
        return app;
      },
      '`app.manifest.routes.0.styles.0`',
    ],
    [
      'scripts in an array',
      (app) => ({ ...app, manifest: { ...app.manifest, inlinedScripts: [] } }),
      '`app.manifest.inlinedScripts`',
    ],
    [
      'no routes',
      (app) => ({ ...app, manifest: { ...app.manifest, routes: [] } }),
      '`app.manifest.routes`',
    ],
  ];

test.each(upgrades)('an upgrade that brings %s is named', (_, change, name) => {
  expect(() => expectApp(change(anApp()))).toThrow(name);
});

test('paths of another shape are named', () => {
  expect(() => expectPaths([{ path: '/2024/', route: routeData }])).toThrow(
    '`StaticPaths.getAll().0.pathname`',
  );
});

test('Astro and Pagefind are pinned to the versions whose insides are known', () => {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const known = (path: string): string | undefined =>
    /knownVersion = '([^']+)'/.exec(readFileSync(path, 'utf8'))?.[1];
  expect(dependencies['astro']).toBe(known('src/build/astro/astro-contract.ts'));
  expect(dependencies['pagefind']).toBe(known('src/search/pagefind/index-words.ts'));
});
