import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach } from 'vitest'
import { type Manner, SipPhone } from './sip-phone.ts'
import { LOGIN, type SipStage } from './stage.ts'

type Dialled = Partial<Omit<Parameters<typeof SipPhone.dial>[0], 'gateway'>>

/** The phones of the test that runs: closed after it. What they and we said is printed when it failed. */
export function phonesOfTest(stage: () => SipStage) {
  const phones = new Set<SipPhone>()
  const keep = (phone: SipPhone): SipPhone => (phones.add(phone), phone)
  afterEach(async ({ task }) => {
    for (const phone of phones) phone.close()
    const spoken = [...phones].map(({ wire }) => wire.join('\n'))
    phones.clear()
    if (task.result?.state !== 'fail') return
    console.log(spoken.join('\n\n'))
    for (const name of ['agent', 'worker', 'livekit-sip']) {
      const lines = (await readFile(join(stage().platform.dataDir, 'log', `${name}.log`), 'utf8')).split('\n')
      // The media client's own chatter.
      console.log(
        name,
        lines
          .filter((line) => !/"lk-rtc"|pion/.test(line))
          .join('\n')
          .slice(-4000),
      )
    }
  })
  return {
    /** Calls the business by its carrier's trunk. */
    async dial(call: Dialled = {}): Promise<SipPhone> {
      const { number: dialled, gateway } = stage()
      return keep(await SipPhone.dial({ from: '+15055550177', dialled, login: LOGIN, ...call, gateway }))
    },
    /** Is rung, in these manners one after another. */
    awaits: async (manners: Manner[]): Promise<SipPhone> => keep(await SipPhone.awaits(manners)),
  }
}
