import { causes } from '../../../engine/emergency/index.ts'
import { speakable } from '../../../engine/speakable/index.ts'
import type { SentenceOut } from '../../conversations/schema.ts'
import { safetySentences } from '../tiers/safety.ts'
import { fixed, ownersWords, type Speaker } from './wording.ts'

export interface FixedPhrase {
  name: 'greeting' | 'safety' | 'answer'
  lang: string
  text: string
}

/** What the rules and the scenarios say word for word in one language, as it is spoken: worth rendering beforehand. */
export function fixedPhrases(speaker: Speaker): FixedPhrase[] {
  const { lang, playbook } = speaker
  const greeting = playbook?.document.greeting[lang]
  const own = greeting === undefined ? null : ownersWords(speaker, { [lang]: greeting }, 'greeting')
  const safety = causes.flatMap((cause) => [
    ...safetySentences(speaker, cause, 'danger'),
    ...safetySentences(speaker, cause, 'urgent'),
  ])
  const owners = [
    ...(playbook?.document.rules ?? []).map(({ id, say }) => ({ id, say })),
    ...(playbook?.document.scenarios ?? []).map(({ id, answer }) => ({ id, say: answer.say })),
  ].flatMap(({ id, say }) => (say?.[lang] === undefined ? [] : (ownersWords(speaker, say, id) ?? [])))
  const ours = (['robot', 'thanks', 'bye', 'message'] as const).map((name) => fixed(speaker, name))
  return [
    ...spoken(speaker, 'greeting', [own ?? fixed(speaker, 'greeting')]),
    ...spoken(speaker, 'safety', safety),
    ...spoken(speaker, 'answer', [...ours, ...owners]),
  ]
}

function spoken(
  { lang, business }: Speaker,
  name: FixedPhrase['name'],
  sentences: readonly SentenceOut[],
): FixedPhrase[] {
  const texts = new Set(sentences.map(({ text }) => speakable(text, lang, business.country)))
  return [...texts].map((text) => ({ name, lang, text }))
}
