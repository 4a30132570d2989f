import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPlatform, type Platform, type PlatformOptions } from '../src/launcher/platform.ts'
import { startPostgres } from '../src/test/postgres-server.ts'

export type DatabaseKind = 'PGlite' | 'PostgreSQL'

/** A platform of its own on a temporary folder, gone afterwards. Nobody counts the visitors of this machine's address. */
export async function onStage<T>(
  database: DatabaseKind,
  options: Partial<PlatformOptions>,
  use: (platform: Platform) => Promise<T>,
): Promise<T> {
  const dataDir = await mkdtemp(join(tmpdir(), 'foyer-bench-'))
  const server = database === 'PostgreSQL' ? await startPostgres() : undefined
  let platform: Platform | undefined
  try {
    const env = { VISITORS_PER_ADDRESS_PER_HOUR: '1000000', ...options.env }
    platform = await startPlatform({ dataDir, serverUrl: server?.url ?? '', cron: false, ...options, env })
    return await use(platform)
  } finally {
    await platform?.stop()
    await server?.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}
