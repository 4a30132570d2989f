import { createHash } from 'node:crypto'
import { cp, glob, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Metafile } from 'esbuild'

const here = dirname(dirname(fileURLToPath(import.meta.url)))
const out = join(here, 'dist')
/** What the worker serves; other parts put files beside it. */
const served = join(here, '../../dist/assets/dashboard')

/** Builds only when something changed since the last time. */
const stamp = await stampOf(['src/**/*', 'build/*', '../sdk/src/**/*.ts', '../widget/{src,pages}/**/*'])
const last = await readFile(join(out, 'stamp'), 'utf8').catch(() => '')
if (stamp !== last) await bundle()
await mkdir(served, { recursive: true })
const built = new Set(await readdir(out))
for (const old of await readdir(served)) if (!built.has(old)) await rm(join(served, old))
await cp(out, served, { recursive: true, filter: (path) => !/(stamp|meta\.json)$/.test(path) })

async function bundle(): Promise<void> {
  const { build } = await import('esbuild')
  await rm(out, { recursive: true, force: true })
  const { metafile } = await build({
    absWorkingDir: here,
    entryPoints: { app: 'src/main.ts', style: 'src/styles/main.css' },
    outdir: out,
    bundle: true,
    splitting: true,
    format: 'esm',
    minify: true,
    metafile: true,
    target: ['es2022', 'chrome128', 'firefox130', 'safari17.5'],
    conditions: ['production', 'browser'],
    loader: { '.woff2': 'file' },
    entryNames: '[name]-[hash]',
    chunkNames: 'part-[hash]',
    assetNames: '[name]-[hash]',
    legalComments: 'none',
    tsconfigRaw: { compilerOptions: { useDefineForClassFields: true } },
  })
  const page = await readFile(join(here, 'build/index.html'), 'utf8')
  const name = (start: string) => nameOf(metafile, start)
  const filled = page
    .replace('{{app}}', name('app-'))
    .replace('{{style}}', name('style-'))
    .replace('{{font}}', name('inter-latin-wght'))
  await writeFile(join(out, 'index.html'), filled)
  await writeFile(join(out, 'meta.json'), JSON.stringify(metafile))
  await writeFile(join(out, 'stamp'), stamp)
}

function nameOf({ outputs }: Metafile, start: string): string {
  const path = Object.keys(outputs).find((output) => output.startsWith(`dist/${start}`))
  if (path === undefined) throw new Error(`The build wrote no ${start}*.`)
  return path.replace('dist/', '')
}

async function stampOf(patterns: string[]): Promise<string> {
  const hash = createHash('sha256')
  for await (const file of glob(patterns, { cwd: here })) {
    if (/\.test\.ts$|\/test\//.test(file)) continue
    hash.update(file).update(await readFile(join(here, file)).catch(() => ''))
  }
  return hash.digest('hex')
}
