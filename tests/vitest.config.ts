import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['tests/**/*.test.ts', 'tests/**/*.spec.ts'],
    // The built site and the browser are shared by all who need them.
    globalSetup: 'tests/site/build-fixture.ts',
    testTimeout: 30_000,
    hookTimeout: 120_000,
    // Two cores: more workers only wait for each other.
    maxWorkers: 2,
  },
});
