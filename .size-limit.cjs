// What a visitor's browser fetches, compressed as it travels. Built first, when something changed.
const { execFileSync } = require('node:child_process')

execFileSync(process.execPath, ['--disable-warning=ExperimentalWarning', 'packages/widget/build/build.ts'])

module.exports = [
  { name: 'widget, before the launcher shows', path: 'packages/widget/dist/browser/foyer.js', limit: '10 kB', gzip: true },
  { name: 'widget, when the panel opens', path: 'packages/widget/dist/browser/foyer-panel-*.js', limit: '35 kB', gzip: true },
  { name: 'sdk, browser client', path: 'packages/widget/dist/sizes/sdk-*.js', limit: '6 kB', gzip: true },
]
