import { readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildIndex, openIndex, search, type PassageIndex } from '../../worker/src/engine/retrieve/index.ts'
import { Held } from './held.ts'
import { passagesOf, questionFrom, randomFrom } from './passages.ts'
import { fullText } from './peer-full-text.ts'
import { against, type Measurement } from './row.ts'
import { megabytes, ms, pair, summarise } from './samples.ts'

const TENANTS = 50
const MOST_BYTES = 24 * 1024 * 1024

/** One search, going round the tenants, so that the cache is asked for what it has just let go. */
export const retrieval: Measurement = {
  name: 'retrieval',
  about: `search over ${TENANTS} tenants × 2,000 passages, round robin`,
  async run({ short, say }) {
    const each = short ? 400 : 2000
    const searches = short ? 200 : 1000
    const folder = await mkdtemp(join(tmpdir(), 'foyer-bench-'))
    try {
      const fileOf = (tenant: number): string => join(folder, `${tenant}.index`)
      let bytes = 0
      const building = performance.now()
      for (let tenant = 0; tenant < TENANTS; tenant++) {
        const blob = buildIndex(passagesOf(tenant, each))
        bytes += blob.byteLength
        writeFileSync(fileOf(tenant), blob)
      }
      const builtMs = (performance.now() - building) / TENANTS
      say(`  built: ${ms(builtMs)} and ${megabytes(bytes / TENANTS)} a tenant`)
      const held = new Held<PassageIndex>(MOST_BYTES)
      const random = randomFrom(7)
      const [searching, loading, both]: number[][] = [[], [], []]
      for (let at = 0; at < searches + TENANTS; at++) {
        const tenant = at % TENANTS
        const question = questionFrom(random)
        const from = performance.now()
        let opened = 0
        const index = held.get(String(tenant), () => {
          const before = performance.now()
          const blob = openIndex(readFileSync(fileOf(tenant)))
          opened = performance.now() - before
          return blob
        })
        const found = search(index, question, { lang: 'en', k: 12 })
        const took = performance.now() - from
        if (found.candidates.length === 0) throw new Error(`Nothing was found for "${question}".`)
        if (at < TENANTS) continue // The first round warms the code.
        searching?.push(took - opened)
        both?.push(took)
        if (opened > 0) loading?.push(opened)
      }
      const ours = summarise(searching ?? [])
      const whole = summarise(both ?? [])
      const cold = summarise(loading ?? [])
      const peer = await fullText(TENANTS, each, short ? 50 : 200)
      return [
        {
          what: `one search of ${TENANTS} × ${each} passages: p50 / p95`,
          value: pair(ours),
          goal: 'p95 ≤ 15 ms',
          met: against(ours.p95, 15),
          beside: `PGlite full text, any of the words: ${pair(peer)}`,
          numbers: { ...ours, peerP50: peer.p50, peerP95: peer.p95 },
        },
        {
          what: '  with the index read anew when the cache let it go',
          value: pair(whole),
          goal: '',
          met: 'no goal',
          beside: `${cold.count} of ${searches} searches had to; from the disk in ${pair(cold)}`,
          numbers: { p50: whole.p50, p95: whole.p95, misses: cold.count, coldP50: cold.p50, coldP95: cold.p95 },
        },
        {
          what: '  an index of one tenant',
          value: megabytes(bytes / TENANTS),
          goal: '',
          met: 'no goal',
          beside: `built in ${ms(builtMs)}; the cache holds ${Math.floor(MOST_BYTES / (bytes / TENANTS))} of ${TENANTS}`,
          numbers: { bytes: bytes / TENANTS, builtMs },
        },
      ]
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },
}
