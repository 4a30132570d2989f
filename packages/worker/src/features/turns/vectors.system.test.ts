import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askFresh, call, createTenant, publish, teach, type TestTenant } from '../../test/foyer.ts'
import { type ScriptedModel, startPlatformWithModel } from '../../test/model-platform.ts'
import { refOf, stream, vectors } from '../../test/scripted-model.ts'

const hound = 'Our kennel takes hounds for a night at $30.'
/** Meanings that share no word: one axis each, by what a text speaks of. */
const axes = [/hound|pooch|doggo/i, /boat|ship|vessel/i, /cake|pastry/i, /./]
const vectorOf = (text: string) => axes.map((axis) => (axis.test(text) ? 1 : 0.05))

describe('with an embeddings endpoint', () => {
  let model: ScriptedModel
  let stop: () => Promise<void>
  let tenant: TestTenant

  beforeAll(async () => {
    ;({ model, stop } = await startPlatformWithModel({ OPENAI_EMBEDDINGS_MODEL: 'scripted-vectors' }))
    model.embeds((input, response) => vectors(response, input.map(vectorOf)))
    tenant = await createTenant()
    await teach(tenant, 'Kennel', hound)
    await teach(tenant, 'Harbour', 'Boats are mended at the pier for $90 an hour.')
    await publish(tenant, {
      name: 'Desk',
      languages: ['en'],
      scenarios: [
        {
          id: 'hire',
          examples: { en: ['I want to hire a boat', 'boat rental please', 'may we take a boat'] },
          answer: { say: { en: 'Boats are hired at the hut.' } },
        },
        {
          id: 'order',
          examples: { en: ['I want to order a cake', 'cake for a birthday', 'bake me a cake'] },
          answer: { say: { en: 'Cakes take two days.' } },
        },
      ],
    })
    model.plays((asked, response) =>
      stream(response, [
        `${JSON.stringify({ say: 'The kennel takes hounds for a night at $30.', from: refOf(asked, hound), quote: hound })}\n`,
      ]),
    )
  }, 120_000)
  afterAll(() => stop())

  const traceOf = async (turnId: string) => (await call('GET', `/v1/turns/${turnId}/trace`, { key: tenant.sk })).body

  it('makes the vectors of passages when they are taught, each once', async () => {
    const before = model.embedded.filter((text) => text.includes(hound)).length
    expect(before).toBe(1)
    await teach(tenant, 'Bakery', 'Cakes are baked on order.')
    expect(model.embedded.filter((text) => text.includes(hound))).toHaveLength(before)
    expect(model.embedded.filter((text) => text.includes('baked on order'))).toHaveLength(1)
  })

  it('finds a passage that shares no word with the question', async () => {
    const { turnId } = await askFresh(tenant, 'Whither with my pooch?')
    const [first] = (await traceOf(turnId)).passages
    expect(first.quote.text).toBe(hound)
    const prompt = model.asked.at(-1)?.messages.at(-1)?.content
    expect(prompt).toContain(`[P1] Kennel\n${hound}`)
  })

  it('recognises a scenario by what is meant', async () => {
    const reply = await askFresh(tenant, 'Vessel hire')
    expect(reply).toMatchObject({ tier: 'semantic', message: { text: 'Boats are hired at the hut.' } })
    expect(
      (await call('POST', `/v1/turns/${reply['turnId']}/replay`, { key: tenant.sk, body: {} })).body,
    ).toMatchObject({
      verdict: 'identical',
    })
  })

  it.each([
    ['stands still', () => undefined],
    ['refuses', (_input: unknown, response: Parameters<typeof vectors>[0]) => void response.writeHead(500).end('{}')],
    ['answers nonsense', (_input: unknown, response: Parameters<typeof vectors>[0]) => vectors(response, [])],
  ])('answers by words, and in time, when the endpoint %s', async (_what, embed) => {
    model.embeds(embed)
    const reply = await askFresh(tenant, 'How much is it to mend boats at the pier?')
    expect(reply['message'].text).toContain('$90')
    const waited = (await traceOf(reply['turnId'])).waits.find(({ what }: { what: string }) => what === 'vector')
    // The budget is 300 ms; the machine that runs the test may be slow to notice.
    expect(waited.ms).toBeLessThan(2000)
    await teach(tenant, `News ${reply['turnId']}`, 'The pier has a new lamp.')
    expect((await askFresh(tenant, 'Does the pier have a new lamp?'))['message'].text).toContain('lamp')
  })
})
