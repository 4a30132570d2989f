import { join } from 'node:path'
import { ROOT } from '../src/launcher/places.ts'

/** Where results are kept. */
export const KEPT = join(ROOT, '.foyer/bench')

/** For a name: "2026-11-22T10-45-03", UTC. */
export const stamp = (): string => new Date().toISOString().replaceAll(':', '-').slice(0, 19)
