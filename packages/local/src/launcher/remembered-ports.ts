import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { claimPort, freePort } from './ports.ts'

/**
 * The port that this data folder used before, when it is free again: quotes link to pages by address and a browser
 * keeps a conversation by origin, so a site that moved would lose both.
 */
export async function rememberedPort(dataDir: string, name: 'api' | 'site'): Promise<number> {
  const path = join(dataDir, 'ports.json')
  const known = readKnown(path)
  const before = known[name]
  const port = before === undefined ? await freePort() : await claimPort(before).catch(() => freePort())
  if (port !== before) writeFileSync(path, `${JSON.stringify({ ...known, [name]: port })}\n`)
  return port
}

function readKnown(path: string): Record<string, number> {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Record<string, number>
  } catch {
    return {}
  }
}
