import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach } from 'vitest'
import type { SipPhone } from './sip-phone.ts'
import type { SipStage } from './stage.ts'

/** The phones of the test that runs: closed after it. What they and we said is printed when it failed. */
export function phonesOfTest(stage: () => SipStage): Set<SipPhone> {
  const phones = new Set<SipPhone>()
  afterEach(async ({ task }) => {
    for (const phone of phones) phone.close()
    const spoken = [...phones].map(({ wire }) => wire.join('\n'))
    phones.clear()
    if (task.result?.state !== 'fail') return
    console.log(spoken.join('\n\n'))
    for (const name of ['agent', 'worker', 'livekit-sip'])
      console.log(name, (await readFile(join(stage().platform.dataDir, 'log', `${name}.log`), 'utf8')).slice(-4000))
  })
  return phones
}
