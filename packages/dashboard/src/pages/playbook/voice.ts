import { html, nothing, type TemplateResult } from 'lit'
import { type Document, type Draft } from '../../data/draft.ts'
import { mayRun } from '../../data/role.ts'
import { words } from '../../strings/index.ts'
import { choiceField, entriesOf, textField } from '../../ui/field.ts'
import { tick } from '../../ui/tick.ts'
import { languageName } from '../../ui/when.ts'
import { pronunciationView } from './pronunciation.ts'
import { questionsView } from './questions.ts'

type Voice = NonNullable<Document['voice']>
type Spoken = NonNullable<NonNullable<Voice['voices']>[string]>

/** Whether it talks, with which voice in each language, who listens, how names are said, and what is recorded. */
export function voiceView(draft: Draft): TemplateResult {
  const { voice: say } = words().playbook
  const { document } = draft
  const voice = document.voice ?? {}
  const messages = document.messages ?? {}
  const set = (to: Voice) => draft.change({ ...document, voice: { ...voice, ...to } })
  return html`<fieldset class="stack narrow" ?disabled=${!mayRun()}>
    <section class="card stack">
      ${tick(say.enabled, voice.enabled === true, (enabled) => set({ enabled }), say.enabledNote)}
      <div class="pair">
        ${textField({ name: 'lines', type: 'number', min: 1, max: 500, label: say.lines, note: say.linesNote, value: voice.lines ?? 10, change: (lines) => set({ lines: Number(lines) }) })}
        ${textField({ name: 'minutes', type: 'number', min: 1, max: 120, label: say.minutes, value: voice.mostMinutes ?? 30, change: (minutes) => set({ mostMinutes: Number(minutes) }) })}
      </div>
      ${choiceField({ label: say.patience, choices: entriesOf(say.patiences), value: voice.patience ?? 'normal', change: (patience) => set({ patience }) })}
    </section>
    ${document.languages.map((lang) => languageView(lang, voice, set))}
    <section class="card stack">
      ${pronunciationView(voice.pronunciation ?? [], document.languages, (pronunciation) => set({ pronunciation }))}
    </section>
    <section class="card stack">
      ${questionsView(messages.questions ?? [], document.languages, (questions) => draft.change({ ...document, messages: { ...messages, questions } }))}
    </section>
    <section class="card stack">${recordingView(draft)}</section>
  </fieldset>`
}

/** Nothing chosen is nothing written: the platform then decides. */
function languageView(lang: string, voice: Voice, set: (to: Voice) => void): TemplateResult {
  const { voice: say } = words().playbook
  const { provider = '', voice: name = '', speed = 1 } = voice.voices?.[lang] ?? {}
  const speak = (to: Spoken) => {
    const { [lang]: _, ...others } = voice.voices ?? {}
    const now = { provider, voice: name, speed, ...to }
    const usual = now.provider === '' && now.voice === '' && now.speed === 1
    set({ voices: usual ? others : { ...others, [lang]: now } })
  }
  const listen = (to: '' | 'deepgram' | 'endpoint') => {
    const { [lang]: _, ...others } = voice.recognisers ?? {}
    set({ recognisers: to === '' ? others : { ...others, [lang]: to } })
  }
  return html`<section class="card stack">
    <h2>${languageName(lang)}</h2>
    <div class="pair">
      ${choiceField({ label: say.speaks, choices: entriesOf(say.speakers), value: provider, change: (to) => speak({ provider: to }) })}
      ${choiceField({ label: say.listens, choices: entriesOf(say.listeners), value: voice.recognisers?.[lang] ?? '', change: listen })}
      ${textField({ name: 'voice', label: say.name, note: say.nameNote, value: name, maxlength: 120, change: (to) => speak({ voice: to }) })}
      ${textField({ name: 'speed', type: 'number', step: '0.05', min: 0.5, max: 2, label: say.speed, note: say.speedNote, value: speed, change: (to) => speak({ speed: Number(to) }) })}
    </div>
  </section>`
}

function recordingView(draft: Draft): TemplateResult {
  const { voice: say } = words().playbook
  const { document } = draft
  const { enabled = false, notice = 'ask' } = document.recording ?? {}
  const set = (recording: NonNullable<Document['recording']>) => draft.change({ ...document, recording })
  return html`${tick(say.record, enabled, (to) => set({ enabled: to, notice }))}
  ${enabled ? choiceField({ label: say.notice, note: say.noticeNote, choices: entriesOf(say.notices), value: notice, change: (to) => set({ enabled, notice: to }) }) : nothing}`
}
