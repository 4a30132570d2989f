// What the test recogniser can hear: the example's own phrasings, numbers, and the small words of a conversation.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../launcher/places.ts'

export type Grammar = {
  /** As it is spoken, as it is written. */
  sentences: [string, string][]
  /** `words` in any order, `times` times; `rule` says where they may stand. */
  slots: { name: string; words: string[]; times: string; rule: string }[]
}

const SMALL_TALK = [
  ...['hello', 'yes', 'no', 'yes please', 'no thank you', 'thank you', 'goodbye', 'okay', 'right', 'stop', 'wait'],
  ...['hello there', 'good morning', 'can you repeat that', 'a person please', 'are you a robot', 'uh huh', 'yeah'],
  ...[
    'no it ends in three',
    'that is wrong',
    'that is right',
    'what did you say',
    'stop please',
    'speak spanish please',
  ],
]
const DIGITS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']
const NAMES = ['maria', 'john', 'david', 'sarah', 'michael', 'linda', 'garcia', 'smith', 'johnson', 'martinez', 'lopez']

export function exampleGrammar(): Grammar {
  const folder = join(ROOT, 'examples/script-tag')
  const asked = readFileSync(join(folder, 'questions.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as { lang: string; turns: string[] })
    .filter(({ lang }) => lang === 'en')
    .flatMap(({ turns }) => turns)
  const sentences = new Map<string, string>()
  for (const text of [...SMALL_TALK, ...examplesIn(readFileSync(join(folder, 'playbook.yaml'), 'utf8')), ...asked]) {
    sentences.set(spoken(text), text)
  }
  sentences.delete('')
  return {
    sentences: [...sentences],
    slots: [
      { name: 'digit', words: DIGITS, times: '', rule: '<digit>+' },
      { name: 'name', words: NAMES, times: '', rule: '[my name is | this is] <name>+' },
    ],
  }
}

/** The English examples of a playbook, without a YAML parser: lists in brackets or lines of dashes under `en:`. */
function examplesIn(yaml: string): string[] {
  const found: string[] = []
  let inEnglish = false
  for (const line of yaml.split('\n')) {
    const listed = /^\s+en: \[(.*)\]\s*$/.exec(line)?.[1]
    if (listed !== undefined)
      found.push(...[...listed.matchAll(/\s*(?:"([^"]+)"|([^,]+))/g)].map((m) => (m[1] ?? m[2] ?? '').trim()))
    else if (/^\s+(en|es|ar|examples|suggestions|say):/.test(line)) inEnglish = /^\s+en:\s*$/.test(line)
    else if (inEnglish) {
      const item = /^\s+- (.+)$/.exec(line)?.[1]
      if (item === undefined) inEnglish = false
      else found.push(item.replace(/^"|"$/g, ''))
    }
  }
  return found
}

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const TENS = 'zero ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

/** As a person would say it, in lower case: what a pronouncing dictionary can look up. */
export function spoken(text: string): string {
  return text
    .toLowerCase()
    .replace(/[’']/g, "'")
    .replace(/\b(ac)\b/g, 'a c')
    .replace(/\bu\b/g, 'you')
    .replace(/\d+/g, (digits) => ` ${inWords(digits)} `)
    .replace(/[^a-z' ]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

function inWords(digits: string): string {
  const number = Number(digits)
  if (digits.length > 2) return [...digits].map((digit) => ONES[Number(digit)]).join(' ')
  if (number < 20) return ONES[number] ?? ''
  return `${TENS[Math.floor(number / 10)]} ${number % 10 === 0 ? '' : ONES[number % 10]}`.trim()
}
