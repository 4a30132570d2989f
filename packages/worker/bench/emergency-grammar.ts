import { readdirSync, readFileSync } from 'node:fs'
import type { Saying } from '../src/engine/emergency/score.ts'

/** A saying and the group of lines it came from. */
type Grown = Saying & { file: string; template: string }

const folder = new URL('../src/engine/emergency/set/grammar/', import.meta.url)
const lines = (name: string) => readFileSync(new URL(name, folder), 'utf8').split('\n')

/** Sayings a line gives beside one for each wording of its widest choice; and how often one is wrapped in other words,
 * is made to speak of something else, or is spelled with a slip of the thumb. */
const ofLine = 8
const wrapped = 0.25
const turned = 0.3
const slipped = 0.12

/** Sayings from the grammar in `set/grammar` (see its README); the same grammar and seed give the same sayings. */
export function grownSayings(seed: number): Grown[] {
  const dice = diceFrom(20261121 + seed)
  const slots = new Map<string, string[]>()
  for (const line of lines('slots.txt')) {
    const found = /^(\w\w) (\w+): (.*)$/.exec(line)
    if (found !== null) slots.set(`${found[1]} ${found[2]}`, (found[3] ?? '').split('|'))
  }
  const wrap = framesOf('said.txt')
  const turn = framesOf('unsaid.txt')
  const grow = (lang: string, line: string): string => {
    let text = line
    for (let deep = 0; deep < 4; deep += 1)
      text = text
        .replace(/<(\w+)>/g, (_, name: string) => dice.one(slots.get(`${lang} ${name}`) ?? []))
        .replace(/\{([^{}]*)\}/g, (_, some: string) => dice.one(some.split('|')))
    return text
      .replace(/\b([ad])e? el (?=\S)/g, (_, at: string) => (at === 'a' ? 'al ' : 'del '))
      .replace(/(?<=(?:^|\s)[بل]) (?=\p{Script=Arabic})/gu, '')
      .replace(/\s+/g, ' ')
      .trim()
  }
  const sayings: Grown[] = []
  for (const name of readdirSync(folder).toSorted()) {
    if (!name.endsWith('.txt') || /^(?:slots|said|unsaid)\.txt$/.test(name)) continue
    let grade: Saying['grade'] = 'none'
    let cause: string | null = null
    let group = 0
    for (const line of lines(name)) {
      const head = /^= (danger|urgent|none) ?([\w-]+)?$/.exec(line)
      if (head !== null) {
        grade = head[1] as Saying['grade']
        cause = head[2] ?? null
      }
      if (line === '') group += 1
      const said = /^(en|es|ar) (.+)$/.exec(line)
      if (said === null) continue
      const [lang, form] = [said[1] ?? '', said[2] ?? '']
      const template = `${name}-${group}`
      const seen = new Set<string>()
      for (let i = ofLine + widest(form); i > 0; i -= 1) {
        const plain = grow(lang, form)
        if (seen.has(plain)) continue
        seen.add(plain)
        const frame = dice.chance(wrapped) ? grow(lang, dice.one(wrap.get(lang) ?? ['@'])) : '@'
        const framed = frame.replace('@', plain)
        const text = dice.chance(slipped) ? slip(framed, dice) : framed
        sayings.push({ text, lang, grade, cause, file: 'grammar', template })
        if (grade === 'none' || cause === 'self-harm' || cause === 'violence' || !dice.chance(turned)) continue
        const other = grow(lang, dice.one(turn.get(lang) ?? [])).replace('@', plain)
        sayings.push({ text: other, lang, grade: 'none', cause: null, file: 'grammar', template })
      }
    }
  }
  return sayings
}

function framesOf(name: string): Map<string, string[]> {
  const frames = new Map<string, string[]>()
  for (const line of lines(name)) {
    const [lang, frame] = [line.slice(0, 2), line.slice(3)]
    if (frame !== '') frames.set(lang, [...(frames.get(lang) ?? []), frame])
  }
  return frames
}

const widest = (form: string) => Math.max(...(form.match(/\{[^{}]*\}/g) ?? ['']).map((some) => some.split('|').length))

type Dice = ReturnType<typeof diceFrom>

function diceFrom(seed: number) {
  let state = seed
  const below = (n: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0
    return Math.floor(((state >>> 0) / 2 ** 32) * n)
  }
  return {
    below,
    one: (some: readonly string[]) => some[below(some.length)] ?? '',
    chance: (p: number) => below(1000) < p * 1000,
  }
}

/** A slip of the thumb: two letters changed round, one left out, or one doubled. */
function slip(text: string, dice: Dice): string {
  const at = 1 + dice.below(Math.max(1, text.length - 2))
  const [a, b] = [text.charAt(at), text.charAt(at + 1)]
  if (!/\p{L}/u.test(a) || !/\p{L}/u.test(b)) return text
  const kind = dice.below(3)
  return text.slice(0, at) + (kind === 0 ? b + a : kind === 1 ? b : a + a + b) + text.slice(at + 2)
}
