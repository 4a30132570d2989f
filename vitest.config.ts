import { defineConfig } from 'vitest/config'

// A test's name says what it needs: `*.test.ts` nothing; `*.system.test.ts` the running platform; `*.store.test.ts` and
// the laws the running platform too, once on the embedded database and once on a server (FOYER_TEST_DATABASE=server).
const never = ['**/node_modules/**', '**/dist/**', 'packages/widget/**']
const onBoth = ['packages/*/src/**/*.store.test.ts', 'packages/worker/src/test/laws/**/*.test.ts']
const onServer = process.env['FOYER_TEST_DATABASE'] === 'server'
const platform = onServer ? onBoth : [...onBoth, 'packages/*/src/**/*.system.test.ts', 'examples/**/*.system.test.ts']

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['packages/*/src/**/*.test.ts'], exclude: [...never, ...onBoth, '**/*.system.test.ts'] } },
      {
        test: {
          name: 'system',
          include: platform,
          exclude: never,
          globalSetup: 'packages/local/src/test/platform-setup.ts',
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
