// What a visitor's and an owner's browser fetches, compressed as it travels. Built first, when something changed.
const { execFileSync } = require('node:child_process')

for (const name of ['widget', 'dashboard'])
  execFileSync(process.execPath, ['--disable-warning=ExperimentalWarning', `packages/${name}/build/build.ts`])

/** A page of the dashboard: the frame, the style, the longest of the three languages, and the page with all that it imports. */
function pagesOfDashboard() {
  const { outputs } = require('./packages/dashboard/dist/meta.json')
  const entry = (start) => Object.keys(outputs).find((path) => (outputs[path].entryPoint ?? '').startsWith(start))
  const closure = (path, seen = new Set()) => {
    if (path === undefined || seen.has(path)) return seen
    seen.add(path)
    for (const { path: next, kind } of outputs[path].imports) if (kind === 'import-statement') closure(next, seen)
    return seen
  }
  const frame = [entry('src/main.ts'), entry('src/shell/dashboard.ts'), entry('src/styles/main.css'), entry('src/strings/ar/index.ts')]
  const pages = Object.values(outputs).flatMap(({ entryPoint }) => (entryPoint?.startsWith('src/pages/') ? [entryPoint] : []))
  return pages.map((page) => ({
    name: `dashboard, ${page.replace(/^src\/pages\/|\.ts$/g, '')}`,
    path: [...new Set([...frame, entry(page)].flatMap((path) => [...closure(path)]))].map((path) => `packages/dashboard/${path}`),
    limit: '150 kB',
    gzip: true,
  }))
}

module.exports = [
  { name: 'widget, before the launcher shows', path: 'packages/widget/dist/browser/foyer.js', limit: '10 kB', gzip: true },
  { name: 'widget, when the panel opens', path: 'packages/widget/dist/browser/foyer-panel-*.js', limit: '35 kB', gzip: true },
  { name: 'widget, when a call begins', path: 'packages/widget/dist/browser/foyer-voice-*.js', limit: '10 kB', gzip: true },
  { name: 'livekit, when a call begins', path: 'packages/widget/dist/browser/foyer-livekit-client-*.js', limit: '160 kB', gzip: true },
  { name: 'sdk, browser client', path: 'packages/widget/dist/sizes/sdk-*.js', limit: '6 kB', gzip: true },
  ...pagesOfDashboard(),
]
