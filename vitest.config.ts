import { defineConfig } from 'vitest/config'

// A test's name says what it needs: `*.test.ts` nothing; `*.system.test.ts` the running platform; `*.store.test.ts` and
// the laws the running platform too, once on the embedded database and once on a server (FOYER_TEST_DATABASE=server).
// The widget's own tests run in a browser (packages/widget/web-test-runner.config.mjs); its e2e tests and the dashboard's are system tests, those with calls voice tests.
const never = ['**/node_modules/**', '**/dist/**', 'packages/widget/src/**', 'packages/widget/pages/**']
const onBoth = ['packages/*/src/**/*.store.test.ts', 'packages/worker/src/test/laws/**/*.test.ts']
const onServer = process.env['FOYER_TEST_DATABASE'] === 'server'
const platform = onServer ? onBoth : [...onBoth, 'packages/*/src/**/*.system.test.ts', 'packages/{widget,dashboard}/e2e/**/*.system.test.ts', 'examples/**/*.system.test.ts']

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['packages/*/src/**/*.test.ts'], exclude: [...never, ...onBoth, '**/*.{system,voice,gateway}.test.ts'] } },
      {
        // Real calls: livekit-server, the agent and a browser, one file after the other.
        test: {
          name: 'voice',
          include: ['packages/*/src/**/*.voice.test.ts', 'packages/widget/e2e/**/*.voice.test.ts'],
          exclude: never,
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 600_000,
        },
      },
      {
        // By hand, with a real SIP gateway: pnpm test:sip.
        test: {
          name: 'sip',
          include: ['packages/*/src/**/*.gateway.test.ts'],
          exclude: never,
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 600_000,
        },
      },
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
