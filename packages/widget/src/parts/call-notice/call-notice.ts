import { html, nothing, type TemplateResult } from 'lit'
import { icons } from '../../icons.ts'
import type { Chat } from '../../session/chat.ts'
import type { Trouble } from '../../strings/strings.ts'

/** What helps: trying again, writing to the business instead, or nothing but reading. */
const ways: Record<Trouble, { again: boolean; form: boolean }> = {
  refused: { again: true, form: false },
  missing: { again: true, form: false },
  busy: { again: true, form: false },
  unsupported: { again: false, form: false },
  lines: { again: true, form: true },
  unavailable: { again: false, form: true },
  running: { again: false, form: false },
  connection: { again: true, form: false },
  ours: { again: true, form: false },
  silence: { again: false, form: false },
  time: { again: false, form: false },
}

/** Above the composer, before a call and after one that did not end as it should. */
export function callNoticeView(chat: Chat, form: () => void): TemplateResult | typeof nothing {
  const { strings, voice } = chat
  const words = strings.voice
  const { phase } = voice
  switch (phase.kind) {
    case 'quiet':
      return nothing
    case 'asking':
      return cardView(
        voice.notice,
        [
          { label: words.agree, press: () => void voice.begin('agreed'), strong: true },
          { label: words.without, press: () => void voice.begin('refused') },
        ],
        { label: words.cancel, press: () => voice.dismiss() },
      )
    case 'calling':
      return phase.call === undefined ? cardView(`${voice.notice} ${words.connecting}`, []) : nothing
    case 'away':
      return cardView(words.away, [
        { label: words.back, press: () => void voice.goBack(), strong: true },
        { label: words.end, press: () => void voice.giveUp() },
      ])
    case 'over': {
      const { again, form: canWrite } = ways[phase.trouble]
      return cardView(
        words.trouble[phase.trouble],
        [
          ...(again ? [{ label: words.again, press: () => voice.press(), strong: true }] : []),
          ...(canWrite ? [{ label: strings.leaveMessage, press: form }] : []),
        ],
        { label: words.dismiss, press: () => voice.dismiss() },
      )
    }
    default:
      return phase satisfies never
  }
}

interface Way {
  label: string
  press(): void
  strong?: boolean
}

function cardView(words: string, ways: Way[], away?: Way): TemplateResult {
  return html`<div class="call-notice" role="group" aria-labelledby="call-words">
    <p id="call-words" role="status" dir="auto">${words}</p>
    ${
      ways.length === 0
        ? nothing
        : html`<div class="ways">
            ${ways.map(
              ({ label, press, strong }) =>
                html`<button type="button" class="pill ${strong === true ? 'strong' : ''}" @click=${press}>
                  <span>${label}</span>
                </button>`,
            )}
          </div>`
    }
    ${
      away === undefined
        ? nothing
        : html`<button type="button" class="away" aria-label=${away.label} title=${away.label} @click=${away.press}>
            ${icons.close}
          </button>`
    }
  </div>`
}
