// Voice beside a running platform, and a business whose answers the test recogniser can hear and tell apart.

import { createAdmin } from '@foyer/sdk/admin'
import type { Platform } from '../../launcher/platform.ts'
import { freePort } from '../../launcher/ports.ts'
import type { Service } from '../../soak/client.ts'
import { installTestVoice } from '../../speech/install.ts'
import { startTestSpeech, testSpeechVars } from '../speech-part.ts'
import { startVoice, type Voice } from '../voice.ts'
import { openCallers } from './caller.ts'
import { tongueAt, type Tongue } from './stage.ts'

export const AREA = { asked: 'Do you come to Rio Rancho?', said: 'Do your technicians get a background check?' }
export const MOVE = { asked: 'How much is the Juniper plan?', said: 'What happens to my plan when I move?' }

export type Talking = {
  voice: Voice
  tongue: Tongue
  service: Service & { secretKey: string }
  callers: Awaited<ReturnType<typeof openCallers>>
  close(): Promise<void>
}

/** @throws when voice cannot be had on this machine, with what is missing */
export async function startTalking(platform: Platform): Promise<Talking> {
  const undo: (() => unknown)[] = []
  const close = async (): Promise<void> => {
    for (const each of undo.toReversed()) await each()
  }
  try {
    const port = await freePort()
    const part = await startTestSpeech({
      voice: await installTestVoice(console.log),
      port,
      dataDir: platform.dataDir,
      onCrash: () => undefined,
    })
    undo.push(() => part.stop())
    const voice = startVoice({ platform, speech: testSpeechVars(port), progress: () => undefined })
    undo.push(() => voice.stop())
    const outcome = await voice.ready
    if (outcome.kind === 'off') throw new Error(`Voice is off: ${outcome.why}`)
    const callers = await openCallers()
    undo.push(() => callers.close())
    const service = await openBusiness(platform)
    return { voice, tongue: tongueAt(`http://127.0.0.1:${port}/v1`), service, callers, close }
  } catch (error) {
    await close()
    throw error
  }
}

async function openBusiness({ apiUrl, operatorKey }: Platform): Promise<Talking['service']> {
  const operator = createAdmin({ baseUrl: apiUrl, key: operatorKey, timeoutMs: 60_000 })
  const made = await operator.tenants.create({
    slug: `talking-${Date.now().toString(36)}`,
    name: 'Saltbush',
    country: 'US',
    mode: 'test',
    notifyEmail: 'owner@talking.example',
    location: { name: 'Main', timeZone: 'America/Denver' },
    assistant: { name: 'Robin' },
  })
  const secretKey = made.secretKey.key
  const foyer = createAdmin({ baseUrl: apiUrl, key: secretKey, timeoutMs: 60_000 })
  const { revision } = await foyer.playbook.get(made.assistantId)
  const rules = [AREA, MOVE].map(({ asked, said }, n) => ({
    id: `rule-${n}`,
    when: { phrases: { en: [asked.replace('?', '')] } },
    say: { en: said },
  }))
  const playbook = { name: 'Front desk', languages: ['en'], rules, voice: { enabled: true } }
  await foyer.playbook.put(made.assistantId, playbook, { revision })
  await foyer.playbook.publish(made.assistantId, { note: 'For calls' })
  return { apiUrl, publishableKey: made.publishableKey.key, secretKey }
}
