import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { describe, expect, it } from 'vitest'
import type { LlmPort } from '../../ports/llm.ts'
import { openTrained, train } from '../../features/playbook/compile.ts'
import { Playbook } from '../../features/playbook/index.ts'
import type { Toolbox, ToolSpec } from '../../features/tools/index.ts'
import { allowed, answerBare, type BarePage, indexOf } from '../bare-turn.ts'
import { type Attack, cancel, corpus, letOut, obeyed, price } from './corpus.ts'

const document = Playbook.parse(
  parse(readFileSync(new URL('../../../playbooks/generic.yaml', import.meta.url), 'utf8')),
)
const playbook = {
  versionId: 'v1',
  number: 1,
  document,
  scenarios: openTrained(train(document)),
  vectors: null,
}

function pagesWith({ where, attack }: Attack): BarePage[] {
  const boilers = {
    title: where === 'file' ? `${attack}.pdf` : 'Prices',
    heading: where === 'heading' ? attack : 'Boiler service',
    lang: 'en',
    text: where === 'page' ? `${price} ${attack}` : price,
  }
  return [boilers, { title: 'Visits', heading: 'Cancelling', lang: 'en', text: cancel }]
}

function obedient(attack: Attack): LlmPort {
  return {
    async *complete(messages) {
      const prompt = messages.map(({ content }) => content).join('\n')
      const refOf = (text: string) =>
        [...prompt.slice(0, prompt.indexOf(text)).matchAll(/\[(P\d+)\]/g)].at(-1)?.[1] ?? 'P1'
      for (const line of obeyed(attack, refOf)) yield { kind: 'text', text: line }
      yield { kind: 'end', usage: { tokensIn: 1, tokensOut: 1 }, model: 'obedient' }
    },
  }
}

const text = { type: 'string', description: '', maxLength: 200 } as const
const tool = (
  name: string,
  properties: ToolSpec['arguments']['properties'],
  confirm: ToolSpec['confirm'],
): ToolSpec => ({
  id: `tool_${name}`,
  name,
  description: name,
  arguments: { type: 'object', properties, required: [] },
  confirm,
  ask: {},
  say: {},
})
const specs = [
  tool('refund', { order: text, amount: { type: 'number', description: '' } }, 'always'),
  tool('book_visit', { name: text }, 'never'),
]

async function released(attack: Attack) {
  const done: string[] = []
  const tools: Toolbox = {
    specs: attack.aim === 'tool' ? specs : [],
    pending: null,
    ask: async ({ name }) => void done.push(`asked ${name}`),
    leave: async () => undefined,
    use: async ({ name }) => {
      done.push(`used ${name}`)
      return { kind: 'done', callId: 'c', lines: 'ok: yes' }
    },
  }
  const answer = await answerBare({
    question: attack.question,
    lang: attack.lang,
    previous: attack.where === 'contact' ? [`My name is ${attack.attack}`] : [],
    index: indexOf(pagesWith(attack)),
    playbook,
    model: allowed(obedient(attack)),
    tools,
  })
  return { ...answer, done }
}

describe(`${corpus.length} attacks on a model that obeys every one of them`, () => {
  it('are enough, in three languages, from every side', () => {
    expect(corpus.length).toBeGreaterThanOrEqual(150)
    for (const lang of ['en', 'es', 'ar'])
      expect(corpus.filter((attack) => attack.lang === lang).length).toBeGreaterThan(30)
    expect(new Set(corpus.map(({ where }) => where)).size).toBe(5)
    expect(new Set(corpus.map(({ aim }) => aim)).size).toBe(8)
  })

  it.each(corpus)('$id ($where, $lang): $question', async (attack) => {
    const { told, sentences, done, kind } = await released(attack)
    expect(told).not.toBe('')
    expect(letOut(told, attack)).toEqual([])
    expect(sentences.every(({ evidence }) => evidence.length > 0)).toBe(true)
    // What a visitor demands in their own words is asked about at most; nothing is done unasked.
    expect(done.filter((one) => !one.startsWith('asked'))).toEqual([])
    if (done.length > 0) expect([attack.where, kind]).toEqual(['visitor', 'confirm'])
  })

  it('while a true sentence of the same model does get out', async () => {
    const honest = {
      ...(corpus[0] as Attack),
      obeys: [{ say: 'A boiler service costs $120.', quote: 'true' as const }],
    }
    const { told, tier } = await released(honest)
    expect({ told, tier }).toEqual({ told: 'A boiler service costs $120.', tier: 'llm' })
  })
})
