// Voice beside a running platform, and a business whose answers the test recogniser can hear and tell apart.

import { createAdmin } from '@foyer/sdk/admin'
import type { Platform } from '../../launcher/platform.ts'
import type { Service } from '../../soak/client.ts'
import { startVoice, type Voice } from '../voice.ts'
import { openCallers } from './caller.ts'
import type { Tongue } from './stage.ts'
import { openTestSpeech, type TestSpeech } from './test-speech.ts'

/** A rule; question and answer are sentences that the test recogniser knows, and tells apart. */
export const AREA = { asked: 'Do you come to Rio Rancho?', said: 'Do your technicians get a background check?' }
const MOVING = 'What happens to my plan when I move?'
/** A rule; its answer takes long to say. */
export const MOVE = { asked: 'How much is the Juniper plan?', said: [MOVING, MOVING, MOVING, MOVING].join(' ') }
/** Taught: answered with its source. */
export const CHECK = {
  asked: 'Do your technicians get a background check?',
  said: 'All our technicians get a background check every year.',
}
/** A rule in another language, which the test recogniser does not know: inject it. */
export const PARKING = { asked: '¿Hay estacionamiento gratis?', said: 'Sí, detrás del edificio.' }

export type Talking = {
  voice: Voice
  tongue: Tongue
  service: Service & { secretKey: string }
  speech: TestSpeech['speech']
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
    const test = await openTestSpeech(platform.dataDir)
    undo.push(() => test.close())
    const vars = { ...test.vars, SPEECH_LANGUAGES: 'en,es' }
    const voice = startVoice({ platform, speech: vars, agents: 2, progress: () => undefined })
    undo.push(() => voice.stop())
    const outcome = await voice.ready
    if (outcome.kind === 'off') throw new Error(`Voice is off: ${outcome.why}`)
    const callers = await openCallers()
    undo.push(() => callers.close())
    const service = await openBusiness(platform)
    return { voice, tongue: test.tongue, speech: test.speech, service, callers, close }
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
  const rules = [
    { id: 'area', when: { phrases: { en: ['Rio Rancho'] } }, say: { en: AREA.said } },
    { id: 'juniper', when: { phrases: { en: ['Juniper plan'] } }, say: { en: MOVE.said } },
    { id: 'parking', when: { phrases: { es: ['estacionamiento'] } }, say: { es: PARKING.said } },
  ]
  const playbook = { name: 'Front desk', languages: ['en', 'es'], rules, voice: { enabled: true } }
  await foyer.playbook.put(made.assistantId, playbook, { revision })
  await foyer.playbook.publish(made.assistantId, { note: 'For calls' })
  const source = await foyer.sources.addText({ title: 'Our technicians', text: CHECK.said })
  await foyer.sources.waitForRead(source.id)
  return { apiUrl, publishableKey: made.publishableKey.key, secretKey }
}
