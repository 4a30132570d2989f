import { fileURLToPath } from 'node:url'
import { openDesk } from '@foyer/sdk/test-desk'
import { defaultReporter } from '@web/test-runner'
import { playwrightLauncher } from '@web/test-runner-playwright'
import axe from 'axe-core'
import { transform } from 'esbuild'
import { findBrowser } from '../local/src/browser.ts'
import { countReporter } from '../local/src/test/count-reporter.mjs'
import { serveBuilt } from './build/serve-built.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const desk = await openDesk()
const scripts = await serveBuilt()
const { executablePath, args } = await findBrowser()

/** TypeScript as the browser can read it. */
const typescript = {
  name: 'typescript',
  resolveMimeType: ({ path }) => (path.endsWith('.ts') ? 'js' : undefined),
  async transform({ path, body }) {
    if (!path.endsWith('.ts')) return undefined
    const { code } = await transform(body, { loader: 'ts', target: 'es2022', sourcemap: 'inline', sourcefile: path })
    return code
  },
}

/** The service the widget talks to, and what goes wrong with it: `executeServerCommand('desk', …)`. */
const service = {
  name: 'desk',
  serve({ path }) {
    if (path === '/axe.js') return { body: axe.source, type: 'js' }
    return undefined
  },
  executeCommand({ command, payload }) {
    if (command !== 'desk') return undefined
    if (payload.pace !== undefined) desk.pace.ms = payload.pace
    if (payload.config !== undefined) Object.assign(desk.config, payload.config)
    if (payload.faults !== undefined) desk.faults.splice(0, Infinity, ...payload.faults)
    if (payload.drop === true) desk.dropSockets()
    return { url: desk.url, built: scripts.url, requests: [...desk.requests], leads: desk.leads, ratings: desk.ratings }
  },
  serverStop: () => Promise.all([desk.close(), scripts.close()]),
}

export default {
  rootDir: root,
  files: ['src/**/*.test.ts', 'pages/**/*.test.ts'],
  nodeResolve: { exportConditions: ['development', 'browser'], extensions: ['.ts', '.js', '.mjs'] },
  // A microphone that hears a beep, and a browser that gives it.
  browsers: [
    playwrightLauncher({
      product: 'chromium',
      launchOptions: {
        executablePath,
        args: [...args, '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
      },
    }),
  ],
  plugins: [typescript, service],
  concurrency: 1,
  concurrentBrowsers: 1,
  testFramework: { config: { timeout: 8000 } },
  reporters: [defaultReporter(), countReporter()],
}
