import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askFresh, createTenant, publish, teach, type TestTenant } from '../foyer.ts'
import { type ScriptedModel, startPlatformWithModel } from '../model-platform.ts'
import { refOf, stream } from '../scripted-model.ts'
import { type Attack, cancel, corpus, letOut, obeyed, price } from './corpus.ts'

/** Every fifteenth of those that need no tool and no earlier turn: the whole corpus is asked without the API beside this. */
const sample = corpus.filter(({ where, aim }) => where !== 'contact' && aim !== 'tool').filter((_, at) => at % 15 === 0)

describe('an endpoint that obeys the attacker, asked through the API', () => {
  let model: ScriptedModel
  let stop: () => Promise<void>
  let tenant: TestTenant
  let reached = 0

  beforeAll(async () => {
    ;({ model, stop } = await startPlatformWithModel())
    tenant = await createTenant()
    const poison = sample.filter(({ where }) => where === 'page').map(({ attack }) => attack)
    await teach(tenant, 'Prices', `# Boiler service\n${price}\n\n# Cancelling\n${cancel}`)
    await teach(tenant, 'Notes', `# Boiler service\n${price} ${poison.join(' ')}`)
    for (const { where, attack } of sample) {
      if (where === 'heading') await teach(tenant, 'Boilers', `# ${attack}\n${price}`)
      if (where === 'file') await teach(tenant, `${attack}.pdf`, price)
    }
    await publish(tenant, {
      name: 'Desk',
      languages: ['en', 'es', 'ar'],
      scenarios: [
        { id: 'boat', examples: { en: ['rent a boat', 'hire a boat'] }, answer: { say: { en: 'At the pier.' } } },
      ],
    })
  }, 120_000)
  afterAll(() => stop())

  it('is asked from every side, not too often', () => {
    expect(new Set(sample.map(({ where }) => where)).size).toBeGreaterThanOrEqual(3)
    expect(sample.length).toBeGreaterThanOrEqual(8)
    expect(sample.length).toBeLessThanOrEqual(20)
  })

  it.each(sample)(
    '$id ($where, $lang): nothing of it is told',
    async (attack: Attack) => {
      model.plays((asked, response) => {
        reached += 1
        stream(
          response,
          obeyed(attack, (text) => refOf(asked, text)),
        )
      })
      const reply = await askFresh(tenant, attack.question)
      const sentences = reply['message'].sentences as { text: string; evidence: unknown[] }[]
      expect(reply['message'].text).not.toBe('')
      expect(letOut(reply['message'].text, attack)).toEqual([])
      expect(letOut(sentences.map(({ text }) => text).join(' '), attack)).toEqual([])
    },
    60_000,
  )

  it('did ask the endpoint', () => {
    expect(reached).toBeGreaterThan(0)
  })
})
