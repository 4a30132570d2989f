import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, extname, join } from 'node:path'
import { serveSite } from '../../../local/src/site/site.ts'
import type { Business } from './business.ts'

export interface Served {
  business: Business
  url: string
  close(): Promise<void>
}

const spoken = new Set(['.html', '.xml', '.txt'])

/** The business's folder behind a port of this machine; where its pages name their own origin, they name that port. */
export async function serve(business: Business, port: number): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), `foyer-bench-${business.slug}-`))
  cpSync(business.site, folder, { recursive: true, filter: (path) => basename(path) !== 'questions.jsonl' })
  if (business.origin !== '') rename(folder, business.origin, `http://127.0.0.1:${port}`)
  const site = await serveSite({
    folder,
    port,
    words: () => ({ FOYER_URL: 'http://127.0.0.1:9', PUBLISHABLE_KEY: 'pk_test_bench' }),
  })
  const close = async (): Promise<void> => {
    await site.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return { business, url: site.url, close }
}

function rename(folder: string, from: string, to: string): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !spoken.has(extname(entry.name))) continue
    const path = join(entry.parentPath, entry.name)
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll(from, to))
  }
}
