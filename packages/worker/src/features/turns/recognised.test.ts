import { expect, it } from 'vitest'
import type { LlmPort } from '../../ports/llm.ts'
import { allowed, answerBare, indexOf } from '../../test/bare-turn.ts'

const index = indexOf([
  { title: 'Visits', heading: 'Appointments', lang: 'en', text: 'Appointments are made for mornings and afternoons.' },
])

it('that a number called before reaches neither the model nor any other tier', async () => {
  const heard = async (recognised?: true) => {
    const prompts: string[] = []
    const llm: LlmPort = {
      async *complete(messages) {
        prompts.push(JSON.stringify(messages))
        yield { kind: 'text', text: '{"unknown": true}' }
      },
    }
    const model = allowed(llm)
    const answers: object[] = []
    for (const question of ['When is my appointment?', 'What did I say last time?', 'Did I call before?']) {
      const known = recognised === undefined ? {} : { recognised }
      const { trace: _, ...answer } = await answerBare({ question, index, model, ...known })
      answers.push(answer)
    }
    return { answers, prompts }
  }
  const stranger = await heard()
  expect(stranger.prompts.length).toBeGreaterThan(0)
  expect(await heard(true)).toEqual(stranger)
})
