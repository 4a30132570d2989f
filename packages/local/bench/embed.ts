import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { buildAssets } from '../src/launcher/assets.ts'
import { ROOT } from '../src/launcher/places.ts'
import { against, type Measurement } from './row.ts'

const SERVED = join(ROOT, 'dist/assets')

/** What a page loads before the launcher shows, and what opening the panel adds. */
export const embed: Measurement = {
  name: 'embed',
  about: 'size of the embed before the launcher shows, and of the panel',
  async run() {
    await buildAssets()
    const script = weigh('foyer.js')
    const panel = /foyer-panel-[\w-]+\.js/.exec(script.text)?.[0]
    if (panel === undefined) throw new Error('foyer.js names no panel chunk.')
    const chunks = withImports(panel)
    const opened = chunks.reduce((sum, name) => sum + weigh(name).gzip, 0)
    return [
      {
        what: 'embed before the launcher shows (gzip)',
        value: kilobytes(script.gzip),
        goal: '≤ 10 KB',
        met: against(script.gzip, 10 * 1024),
        beside: `not compressed ${kilobytes(script.bytes)}`,
        numbers: { gzip: script.gzip, bytes: script.bytes },
      },
      {
        what: '  opening the panel adds (gzip)',
        value: kilobytes(opened),
        goal: '',
        met: 'no goal',
        beside: chunks.join(', '),
        numbers: { gzip: opened },
      },
    ]
  },
}

function weigh(name: string): { text: string; bytes: number; gzip: number } {
  const content = readFileSync(join(SERVED, name))
  return { text: content.toString('utf8'), bytes: content.byteLength, gzip: gzipSync(content, { level: 9 }).byteLength }
}

function withImports(entry: string, seen: string[] = []): string[] {
  if (seen.includes(entry)) return seen
  seen.push(entry)
  for (const [, name] of weigh(entry).text.matchAll(/(?:from|import)\s*"\.\/([\w.-]+\.js)"/g))
    if (name !== undefined) withImports(name, seen)
  return seen
}

const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KB`
