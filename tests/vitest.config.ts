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
    setupFiles: ['tests/set-up.ts'],
    // Against what hangs, not against what is slow: a machine may be busy with much else.
    testTimeout: 900_000,
    hookTimeout: 900_000,
    // Two cores: more workers only wait for each other.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/site/**', '**/*.site.test.ts'],
          // Modules keep nothing that one test could leave to the next: reading them once saves a third of the time.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'site',
          // `.site.test.ts`: what builds sites of its own, or sends them.
          include: ['tests/site/**/*.test.ts', 'tests/**/*.site.test.ts'],
          globalSetup: builtSite,
        },
      },
      {
        extends: true,
        test: {
          name: 'browsers',
          include: ['tests/browsers/*.spec.ts'],
          globalSetup: builtSite,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/*.spec.ts'],
          globalSetup: [builtSite, 'tests/browser/browser-fixture.ts'],
        },
      },
    ],
  },
});
