import { createHash } from 'node:crypto'
import { cp, glob, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const here = dirname(dirname(fileURLToPath(import.meta.url)))
const out = join(here, 'dist/browser')
/** What the worker serves at its root; other parts put files there too. */
const served = join(here, '../../dist/assets')

/** Builds only when something changed since the last time. */
const stamp = await stampOf(['src/**/*.ts', 'pages/**/*', 'build/*.ts', '../sdk/src/**/*.ts'])
const last = await readFile(join(out, 'stamp'), 'utf8').catch(() => '')
if (stamp !== last) await build()
await mkdir(served, { recursive: true })
const built = new Set(await readdir(out))
for (const old of await readdir(served))
  if (/^foyer-[\w.-]+\.js$/.test(old) && !built.has(old)) await rm(join(served, old))
await cp(out, served, { recursive: true, filter: (path) => !path.endsWith('stamp') })

async function build(): Promise<void> {
  // Read only when there is something to build: rollup takes half a second to load.
  const { bundleModules, bundleScript } = await import('./bundle.ts')
  for (const folder of ['browser', 'sizes']) await rm(join(here, 'dist', folder), { recursive: true, force: true })
  const widget = { 'foyer-panel': join(here, 'src/panel-chunk.ts') }
  const documents = {
    'foyer-trace': join(here, 'pages/trace/trace-page.ts'),
    'foyer-outbox': join(here, 'pages/outbox/outbox-page.ts'),
  }
  const [{ 'foyer-panel': panel = '' }, pages] = await Promise.all([
    bundleModules(widget, out),
    bundleModules(documents, out),
  ])
  await bundleScript(join(here, 'src/embed.ts'), join(out, 'foyer.js'), panel)
  for (const [name, file] of Object.entries(pages)) {
    const page = name.replace('foyer-', '')
    const template = await readFile(join(here, `pages/${page}/${page}.html`), 'utf8')
    await writeFile(join(out, `${page}.html`), template.replace('{{script}}', `/${file}`))
  }
  await bundleModules({ sdk: join(here, '../sdk/src/index.ts') }, join(here, 'dist/sizes'))
  const sheets = ['palette.css', 'page.css'].map((name) => readFile(join(here, 'pages', name), 'utf8'))
  await writeFile(join(out, 'page.css'), (await Promise.all(sheets)).join(''))
  await writeFile(join(out, 'stamp'), stamp)
  for (const name of ['foyer.js', panel, ...Object.values(pages)]) {
    const bytes = gzipSync(await readFile(join(out, name)), { level: 9 }).byteLength
    console.log(`${name}  ${(bytes / 1024).toFixed(1)} KB gzip`)
  }
}

async function stampOf(patterns: string[]): Promise<string> {
  const hash = createHash('sha256')
  for await (const file of glob(patterns, { cwd: here })) {
    if (/\.test\.ts$|\/generated\/|\/test\//.test(file)) continue
    hash.update(file).update(await readFile(join(here, file)).catch(() => ''))
  }
  return hash.digest('hex')
}
