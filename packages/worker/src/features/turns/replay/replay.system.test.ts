import { neon, neonConfig } from '@neondatabase/serverless'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Platform } from '../../../../../local/src/launcher/platform.ts'
import { ask, askFresh, call, createTenant, publish, teach, type TestTenant } from '../../../test/foyer.ts'
import { type ScriptedModel, startPlatformWithModel } from '../../../test/model-platform.ts'
import { refOf, stream } from '../../../test/scripted-model.ts'

const rowing = 'A rowing lesson for beginners takes ninety minutes and costs $42 with a life vest included.'
const scenario = (say: string) => ({
  name: 'Desk',
  languages: ['en'],
  scenarios: [
    {
      id: 'vest',
      examples: { en: ['where do I get a vest', 'I forgot my vest', 'can I borrow a vest'] },
      answer: { say: { en: say } },
    },
    {
      id: 'boat',
      examples: { en: ['I want to hire a boat', 'rent a boat', 'boat hire please'] },
      answer: { say: { en: 'Boats are at the pier.' } },
    },
  ],
})

describe('a turn made again', () => {
  let platform: Platform
  let model: ScriptedModel
  let stop: () => Promise<void>
  let tenant: TestTenant
  let other: TestTenant

  beforeAll(async () => {
    ;({ platform, model, stop } = await startPlatformWithModel())
    tenant = await createTenant()
    other = await createTenant()
    await teach(tenant, 'Lessons', `# Lessons\n${rowing}`)
    await publish(tenant, scenario('Vests hang by the door.'))
    model.plays((asked, response) => {
      const from = refOf(asked, rowing)
      stream(response, [
        `${JSON.stringify({ say: 'A rowing lesson costs $42.', from, quote: rowing })}\n`,
        `${JSON.stringify({ say: 'It takes two hours.', from, quote: rowing })}\n`,
      ])
    })
  }, 120_000)
  afterAll(() => stop())

  const replay = async (turnId: string, body: object = {}, key = tenant.sk) =>
    call('POST', `/v1/turns/${turnId}/replay`, { key, body })
  const inTenant = async (text: string, params: unknown[]) => {
    neonConfig.fetchEndpoint = platform.gatewayUrl
    const sql = neon(platform.databaseUrl)
    const [, rows] = await sql.transaction([
      sql.query(`select set_config('app.tenant_id', $1, true), set_config('app.mode', 'test', true)`, [tenant.id]),
      sql.query(text, params),
    ])
    return rows as Record<string, unknown>[]
  }

  it('comes out the same at every tier: a rule, a scenario, the model, a quote, nobody knew, a follow-up', async () => {
    const { body } = await call('POST', '/v1/conversations', { key: tenant.sk, body: {} })
    const questions = [
      'hello',
      'I smell gas in the boathouse',
      'I forgot my vest',
      'Tell me about a rowing lesson with a life vest',
      'and how much is that?',
      'Who is the king of the moon?',
    ]
    const tiers: string[] = []
    for (const question of questions) {
      const { turnId, tier } = await ask(tenant.sk, body.id, question)
      tiers.push(tier)
      expect((await replay(turnId)).body, question).toMatchObject({ verdict: 'identical', differences: [] })
    }
    expect(tiers).toEqual(['rules', 'rules', 'semantic', 'llm', expect.stringMatching(/llm|extractive/), 'none'])
  })

  it('never reads the stored answer: one that was corrupted is found, and the right one given', async () => {
    const reply = await askFresh(tenant, 'Tell me about a rowing lesson with a life vest')
    expect(reply['message'].text).toBe('A rowing lesson costs $42.')
    await inTenant(
      `update messages set text = 'It is free.', sentences = '[]' where turn_id = $1 and author = 'assistant'`,
      [reply['turnId']],
    )
    const { body } = await replay(reply['turnId'])
    expect(body).toMatchObject({ verdict: 'different', answer: { text: 'A rowing lesson costs $42.', tier: 'llm' } })
    expect(body.differences).toEqual([
      { step: 'text', recorded: 'It is free.', recomputed: 'A rowing lesson costs $42.' },
      { step: 'sentences', recorded: '[]', recomputed: expect.stringContaining(rowing) },
    ])
  })

  it('asks no model and leaves no mark, though the model would now say something else', async () => {
    const { turnId } = await askFresh(tenant, 'Tell me about a rowing lesson with a life vest')
    const marks = `select (select count(*) from usage) as used, (select count(*) from audit) as told,
      (select count(*) from messages) as said, (select count(*) from outbox) as sent, (select count(*) from tool_calls) as done`
    const before = await inTenant(marks, [])
    const asked = model.asked.length
    expect((await replay(turnId)).body).toMatchObject({ verdict: 'identical', modelCalls: 0 })
    await replay(turnId, { playbook: 'draft', threshold: -2, knowledge: 'now' })
    await call('POST', '/v1/replays', { key: tenant.sk, body: { conversations: 50 } })
    expect(model.asked).toHaveLength(asked)
    expect(await inTenant(marks, [])).toEqual(before)
  })

  it('answers as it did after knowledge and playbook have moved on', async () => {
    const { turnId } = await askFresh(tenant, 'I forgot my vest')
    const told = await askFresh(tenant, 'Tell me about a rowing lesson with a life vest')
    await publish(tenant, scenario('Ask at the counter for a vest.'))
    await teach(tenant, 'News', 'The boathouse has new towels.')
    expect((await replay(turnId)).body).toMatchObject({
      verdict: 'identical',
      answer: { text: 'Vests hang by the door.' },
    })
    expect((await replay(told['turnId'])).body.verdict).toBe('identical')
    const now = await replay(turnId, { playbook: 2, knowledge: 'now' })
    expect(now.body).toMatchObject({ verdict: 'different', answer: { text: 'Ask at the counter for a vest.' } })
    expect((await replay(turnId, { playbook: 99 })).status).toBe(404)
  })

  it('shows what a draft or another threshold would have said, for one turn and for the newest conversations', async () => {
    const { turnId } = await askFresh(tenant, 'I forgot my vest')
    const path = `/v1/assistants/${tenant.assistantId}/playbook`
    const { body: draft } = await call('GET', path, { key: tenant.sk })
    const body = scenario('Vests are in the blue box.')
    await call('PUT', path, { key: tenant.sk, body, headers: { 'if-match': String(draft.revision) } })
    expect((await replay(turnId, { playbook: 'draft' })).body.answer.text).toBe('Vests are in the blue box.')
    expect((await replay(turnId, { threshold: 2 })).body.answer.tier).not.toBe('semantic')
    const many = await call('POST', '/v1/replays', { key: tenant.sk, body: { conversations: 1, playbook: 'draft' } })
    expect(many.body).toMatchObject({
      turns: [{ turnId, now: { text: 'Vests are in the blue box.' }, same: false }],
      changed: 1,
      skipped: 0,
      modelCalls: 0,
    })
    const { turnId: newer } = await askFresh(tenant, 'I forgot my vest')
    const both = await call('POST', '/v1/replays', { key: tenant.sk, body: { conversations: 2, playbook: 'draft' } })
    expect(both.body.changed).toBe(2)
    expect(new Set(both.body.turns.map((turn: { turnId: string }) => turn.turnId))).toEqual(new Set([turnId, newer]))
  })

  it('asks the model anew only where it is allowed to, and counts it', async () => {
    const { turnId } = await askFresh(tenant, 'Tell me about a rowing lesson with a life vest')
    await teach(tenant, 'More lessons', 'A rowing lesson for two costs $70 with two life vests.')
    const without = await replay(turnId, { knowledge: 'now' })
    expect(without.body).toMatchObject({ modelCalls: 0, answer: { tier: 'extractive' } })
    const [before] = (await call('GET', '/v1/usage', { key: tenant.sk })).body.days
    const allowed = await replay(turnId, { knowledge: 'now', maxModelCalls: 1 })
    expect(allowed.body).toMatchObject({ modelCalls: 1, answer: { tier: 'llm' } })
    const [after] = (await call('GET', '/v1/usage', { key: tenant.sk })).body.days
    expect(after.tokensIn - before.tokensIn).toBe(100)
    expect(after.turns).toEqual(before.turns)
  })

  it('says so when what was said was erased', async () => {
    const { turnId } = await askFresh(tenant, 'I forgot my vest')
    await inTenant(`update turns set trace = jsonb_set(trace, '{inputs}', 'null') where id = $1`, [turnId])
    expect((await replay(turnId)).body).toMatchObject({ verdict: 'not_replayable', answer: null })
    expect((await replay(turnId, {}, other.sk)).status).toBe(404)
  })

  it('keeps at most 8 KB for it', async () => {
    const rows = await inTenant(`select length(trace::text) as bytes from turns order by 1`, [])
    const bytes = rows.map((row) => Number(row['bytes']))
    expect(bytes.length).toBeGreaterThan(8)
    expect(bytes[Math.floor(bytes.length * 0.95)]).toBeLessThan(8192)
  })
})
