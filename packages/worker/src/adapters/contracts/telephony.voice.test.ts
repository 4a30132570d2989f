// LiveKit's own server keeps the trunks and rules here, in a Redis as it needs for phones.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SipClient } from 'livekit-server-sdk'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findLivekitServer, startLivekitServer } from '../../../../local/src/voice/livekit-server.ts'
import { chooseVoice } from '../../../../local/src/voice/settings.ts'
import { startRedis } from '../../../../local/src/voice/test/redis.ts'
import type { TelephonyPort } from '../../ports/telephony.ts'
import { readConfig } from '../../shared/config.ts'
import { liveKitTelephony } from '../livekit/telephony.ts'
import { testNumber } from '../../test/phoning.ts'
import { keepsTrunks, wantedTrunk } from './telephony.ts'

let gateway: TelephonyPort
let sip: SipClient
const undo: (() => unknown)[] = []

beforeAll(async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'foyer-gateway-'))
  undo.push(() => rm(dataDir, { recursive: true, force: true }))
  const redis = await startRedis()
  undo.push(redis.stop)
  const secret = 'a secret that is long enough for it'
  const settings = await chooseVoice({ livekitSecret: secret, agentKey: 'ag_a-test-agent-key' }, {})
  const server = await startLivekitServer({
    binary: await findLivekitServer(console.log),
    settings,
    dataDir,
    webhookUrl: 'http://127.0.0.1:9/',
    redis: redis.address,
    onCrash: () => undefined,
  })
  undo.push(() => server.stop())
  const url = settings.media.url.replace(/^ws/, 'http')
  sip = new SipClient(url, settings.apiKey, secret)
  const made = liveKitTelephony(
    readConfig({
      ...{ LIVEKIT_URL: url, LIVEKIT_API_KEY: settings.apiKey, LIVEKIT_API_SECRET: secret },
      ...{ DATABASE_URL: 'postgres://nobody@localhost/none', PUBLIC_URL: 'http://localhost' },
      ...{ FOYER_SECRET: secret, FOYER_OPERATOR_KEY: secret },
    }),
  )
  if (made === null) throw new Error('no gateway')
  gateway = made
})

afterAll(async () => {
  for (const each of undo.toReversed()) await each()
})

const named = async (name: string) => ({
  trunks: (await sip.listSipInboundTrunk()).filter((trunk) => trunk.name === name),
  rules: (await sip.listSipDispatchRule()).filter((rule) => rule.name === name),
})

describe('LiveKit’s phone gateway', () => {
  keepsTrunks(() => gateway)

  it('has the trunk with its credentials and an end to ringing, and a rule of its own that asks for our agent', async () => {
    const wanted = wantedTrunk({ addresses: ['203.0.113.0/24'] })
    const { gatewayId } = await gateway.keep(wanted)
    const { trunks, rules } = await named(wanted.name)
    expect(trunks).toMatchObject([
      {
        sipTrunkId: gatewayId,
        numbers: wanted.numbers,
        allowedAddresses: ['203.0.113.0/24'],
        authUsername: 'desk',
        authPassword: 'a long password',
        ringingTimeout: { seconds: 8n },
      },
    ])
    expect(rules).toMatchObject([
      {
        trunkIds: [gatewayId],
        rule: { rule: { case: 'dispatchRuleIndividual', value: { roomPrefix: 'call-' } } },
        roomConfig: { agents: [{ agentName: 'foyer', metadata: wanted.job }] },
      },
    ])
  })

  it('sets right what was changed, doubled or lost there, and says what', async () => {
    const wanted = wantedTrunk()
    const { gatewayId } = await gateway.keep(wanted)
    const [rule] = (await named(wanted.name)).rules
    await sip.deleteSipDispatchRule(rule?.sipDispatchRuleId ?? '')
    expect(await gateway.keep(wanted)).toEqual({ gatewayId, mended: ['rule'] })
    await sip.updateSipInboundTrunkFields(gatewayId, { authPassword: 'somebody else’s' })
    expect(await gateway.keep(wanted)).toEqual({ gatewayId, mended: ['trunk'] })
    await sip.deleteSipTrunk(gatewayId)
    const again = await gateway.keep(wanted)
    expect(again.mended).toEqual(['trunk', 'rule'])
    expect(await gateway.keep(wanted)).toEqual({ gatewayId: again.gatewayId, mended: [] })
    const { trunks, rules } = await named(wanted.name)
    expect([trunks.length, rules.length]).toEqual([1, 1])
  })

  it('lets a trunk change who may come in, and loses no call that rings meanwhile: it keeps its id', async () => {
    const wanted = wantedTrunk()
    const { gatewayId } = await gateway.keep(wanted)
    const moved = { ...wanted, numbers: [testNumber()], login: null, addresses: ['203.0.113.5'] }
    expect(await gateway.keep(moved)).toEqual({ gatewayId, mended: ['trunk'] })
    const [trunk] = (await named(wanted.name)).trunks
    expect(trunk).toMatchObject({ numbers: moved.numbers, authUsername: '', authPassword: '' })
    expect(await gateway.keep(moved)).toEqual({ gatewayId, mended: [] })
  })

  it('leaves other trunks alone, and refuses a number that another one has', async () => {
    const [one, other] = [wantedTrunk(), wantedTrunk()]
    const { gatewayId } = await gateway.keep(one)
    await gateway.keep(other)
    await gateway.keep({ ...other, numbers: [] })
    expect(await gateway.keep(one)).toEqual({ gatewayId, mended: [] })
    const thief = gateway.keep(wantedTrunk({ numbers: one.numbers }))
    await expect(thief).rejects.toMatchObject({ name: 'ProviderError', retryable: false })
  })

  it('keeps one trunk for any number beside the others', async () => {
    const any = wantedTrunk({ name: 'foyer catch-all', numbers: 'any', login: null, addresses: ['0.0.0.0/0'] })
    const { gatewayId } = await gateway.keep(any)
    expect(gatewayId).not.toBe('')
    expect(await gateway.keep(any)).toEqual({ gatewayId, mended: [] })
    expect((await gateway.keep(wantedTrunk())).gatewayId).not.toBe(gatewayId)
  })
})
