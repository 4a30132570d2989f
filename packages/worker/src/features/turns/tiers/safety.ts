import { type Cause, safetyWords } from '../../../engine/emergency/index.ts'
import { showPhone } from '../../../shared/phone.ts'
import type { SentenceOut } from '../../conversations/schema.ts'
import { ownersWords, phoneOf, type Speaker } from '../wording/wording.ts'

/** Our words for an emergency; the business's own line is named unless the owner's own words name it. */
export function safetySentences(speaker: Speaker, cause: Cause, grade: 'danger' | 'urgent'): SentenceOut[] {
  const { country, name: businessName } = speaker.business
  const line = emergencyLine(speaker)
  const own = ownersWords(speaker, speaker.playbook?.document.emergency.say ?? {}, 'emergency')
  const ownNamesLine = line !== '' && own !== null && digitsOf(own.text).includes(digitsOf(showPhone(line, country)))
  const words = safetyWords(cause, {
    grade,
    lang: speaker.lang,
    country,
    businessName,
    ...(line === '' || ownNamesLine ? {} : { businessEmergencyPhone: showPhone(line, country) }),
  })
  return words.map((text): SentenceOut => ({
    text,
    lang: speaker.lang,
    evidence: [{ kind: 'fixed', name: `safety.${cause}` }],
  }))
}

const digitsOf = (text: string) => text.normalize('NFKC').replace(/\D/g, '')

export function emergencyLine(speaker: Speaker): string {
  const set = speaker.playbook?.document.emergency.phone
  const known = speaker.knowledge.facts
    .flatMap((location) => location.phones)
    .find((phone) => phone.value.use === 'emergency')
  return set ?? known?.value.number ?? phoneOf(speaker).e164
}
