import { defineConfig } from 'vitest/config';

const builtSite = 'tests/site/build-fixture.ts';

// Commands that tests start begin as `commands/launch.cjs` lets them begin.
process.env['NODE_COMPILE_CACHE'] ??= new URL(
  '../node_modules/.cache/compiled',
  import.meta.url,
).pathname;

// Each project runs alone: `npm test -- --project unit` builds no site.
export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    // Two cores: more workers only wait for each other.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/site/**', '**/*.site.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'site',
          // `.site.test.ts`: what builds sites of its own.
          include: ['tests/site/**/*.test.ts', 'tests/**/*.site.test.ts'],
          globalSetup: builtSite,
          testTimeout: 120_000,
          hookTimeout: 240_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browsers',
          include: ['tests/browsers/*.spec.ts'],
          globalSetup: builtSite,
          testTimeout: 180_000,
          hookTimeout: 240_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/*.spec.ts'],
          globalSetup: builtSite,
          testTimeout: 180_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
});
