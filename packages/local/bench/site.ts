import { createAdmin } from '@foyer/sdk/admin'
import { openBusiness } from '../src/soak/business.ts'
import { serveManyPages } from './many-pages.ts'
import { against, type Measurement } from './row.ts'
import { seconds } from './samples.ts'
import { onStage } from './stage.ts'

/** Reading a whole site: from naming it to the answer that stands on its last page. Loopback owes no pauses. */
export const site: Measurement = {
  name: 'site',
  about: 'a 200-page site read and answerable, beyond the pauses of politeness',
  async run({ short, say }) {
    const pages = await serveManyPages(short ? 40 : 200)
    try {
      return await onStage('PGlite', { loopbackOrigins: [pages.url] }, async (platform) => {
        const { secretKey } = await openBusiness(platform, 'bench')
        const foyer = createAdmin({ baseUrl: platform.apiUrl, key: secretKey, timeoutMs: 60_000 })
        const bare = performance.now()
        for (const path of pages.paths) await (await fetch(`${pages.url}${path}`)).text()
        const bareMs = performance.now() - bare
        const from = performance.now()
        const source = await foyer.sources.addSite(pages.url)
        const read = await foyer.sources.waitForRead(source.id)
        const readMs = performance.now() - from
        const { answer } = await foyer.conversations.ask('How much is glockenspiel storage?')
        const wholeMs = performance.now() - from
        const count = read.lastRead?.counters.read ?? 0
        const isRight = answer.includes('$417') && count === pages.paths.length
        say(`  ${JSON.stringify(read.lastRead)}; ${answer}`)
        return [
          {
            what: `a site of ${pages.paths.length} pages, read and answered from`,
            value: `${seconds(wholeMs)}${isRight ? '' : `, ${count} pages read, answered "${answer}"`}`,
            goal: '≤ 60 s',
            met: isRight ? against(wholeMs, 60_000) : 'no',
            beside: `fetching the pages alone ${seconds(bareMs)}`,
            numbers: { wholeMs, readMs, bareMs, pages: count },
          },
          {
            what: '  of that, from the last page read to the answer',
            value: seconds(wholeMs - readMs),
            goal: '',
            met: 'no goal',
            beside: '',
            numbers: { ms: wholeMs - readMs },
          },
        ]
      })
    } finally {
      await pages.close()
    }
  },
}
