import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** What the data folder remembers of one demo tenant, so that the next start makes nothing twice. */
export type Kept = {
  assistantId: string
  secretKey: string
  publishableKey: string
  /** Fingerprint of the playbook file that was published last. */
  playbook?: string
  site?: { sourceId: string; url: string; content: string }
  /** By path: the source, and the fingerprint of what was uploaded. */
  files?: Record<string, { sourceId: string; content: string }>
}

/** `demo.json`: keys stand in it, so it is readable by its owner only. */
export function openKept(dataDir: string, subject: string): { read(): Kept | undefined; write(kept: Kept): void } {
  const path = join(dataDir, 'demo.json')
  return {
    read: () => readAll(path)[subject],
    write(kept) {
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(`${path}.new`, `${JSON.stringify({ ...readAll(path), [subject]: kept }, null, 2)}\n`, {
        mode: 0o600,
      })
      chmodSync(`${path}.new`, 0o600)
      renameSync(`${path}.new`, path)
    },
  }
}

function readAll(path: string): Record<string, Kept> {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Record<string, Kept>
  } catch {
    // Missing or spoilt: what it held can be made again.
    return {}
  }
}
