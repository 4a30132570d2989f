import { type Message, quotesOf } from '@foyer/sdk/admin'
import { html, nothing, type TemplateResult } from 'lit'
import type { Thread } from '../../data/conversations.ts'
import { at } from '../../data/here.ts'
import { save } from '../../ui/save.ts'
import { fill, words } from '../../strings/index.ts'
import { icons } from '../../ui/icons.ts'
import { dateTime, languageName } from '../../ui/when.ts'
import './lead-answers.ts'

/** What of a recording is heard now, and how to hear it from a message on. */
export interface Hearing {
  messageId: string
  listenFrom(callId: string, instant: string): void
}

/** What was said, as the visitor saw it; beneath each answer what it leans on, how it was taken, and why it was given. */
export function threadView(thread: Thread, hearing: Hearing): TemplateResult {
  const { conversations: say } = words()
  const { conversation } = thread
  // On a phone the list and its heading are away while one conversation is open.
  const opening = thread.messages[0]?.text ?? say.silent
  return html`<h1 class="unseen" dir="auto">${opening}</h1>
    <header class="thread-head">
      <p class="soft small">
        ${say.from[conversation.channel]} · ${dateTime(conversation.createdAt)}
        ${conversation.lang === '' ? nothing : html` · ${languageName(conversation.lang)}`}
        ${conversation.state === 'ended' ? html` · ${say.ended}` : nothing}
      </p>
      <button
        type="button"
        class="button"
        @click=${() => save(`${conversation.id}.json`, JSON.stringify(thread.whole, null, 2), 'application/json')}
      >
        ${say.export}
      </button>
    </header>
    ${thread.calls.map((record) => html`<call-card data-call=${record.call.id} .record=${record}></call-card>`)}
    ${earlierView(thread)}
    <ol class="thread">
      ${thread.messages.map(
        (message) =>
          html`<li class="${message.author} ${message.id === hearing.messageId ? 'heard' : ''}">
            ${messageView(message, thread)} ${listenView(message, thread, hearing)}
          </li>`,
      )}
      ${thread.leads.map(
        (lead) =>
          html`<li class="lead">
            <p class="soft small">${say.left} · ${dateTime(lead.createdAt)}</p>
            <p dir="auto">${lead.text}</p>
            <p class="small">
              <bdi>${lead.name}</bdi
              >${[lead.phone, lead.email].filter((way) => way !== '').map((way) => html` · <bdi>${way}</bdi>`)}
            </p>
            <lead-answers .lead=${lead}></lead-answers>
          </li>`,
      )}
    </ol>`
}

/** What the same number called about before, for members alone: the caller is told nothing of it. */
function earlierView({ earlier, calls }: Thread): TemplateResult | typeof nothing {
  const { conversations, calls: say } = words()
  const { call: also } = conversations
  if (earlier.length === 0) return nothing
  return html`<section class="call" aria-label=${also.earlier}>
    <b>${also.earlier}</b>
    <ul class="stack">
      ${earlier.map(
        ({ conversationId, createdAt, outcome, summary }) =>
          html`<li>
            <a href=${at(`/conversations/${conversationId}`)}>${dateTime(createdAt)}</a> ·
            ${say.outcomes[outcome ?? 'running']}
            ${summary === null || summary.reason === '' ? nothing : html`<br /><span class="small" dir="auto">“${summary.reason}”</span>`}
          </li>`,
      )}
    </ul>
    <p class="small soft">
      ${also.earlierNote} ${calls.some(({ call }) => call.recognised) ? also.recognised : nothing}
    </p>
  </section>`
}

/** What was said while a call was recorded can be heard from there on. */
function listenView({ createdAt }: Message, { calls }: Thread, hearing: Hearing): TemplateResult | typeof nothing {
  const found = calls.find(({ call }) => isWithin(createdAt, call) && call.recordingBytes > 0)
  if (found === undefined) return nothing
  const { conversations: say } = words()
  const seconds = Math.max(0, Math.floor((Date.parse(createdAt) - Date.parse(found.call.createdAt)) / 1000))
  const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
  return html`<button
    type="button"
    class="listen small"
    aria-label=${fill(say.call.listenFrom, { time })}
    @click=${() => hearing.listenFrom(found.call.id, createdAt)}
  >
    <bdi>${time}</bdi>
  </button>`
}

const isWithin = (instant: string, { createdAt, endedAt }: Thread['calls'][number]['call']) =>
  instant >= createdAt && (endedAt === null || instant <= endedAt)

function messageView(message: Message, thread: Thread): TemplateResult {
  const { conversations: say } = words()
  switch (message.author) {
    case 'visitor':
      return html`${message.via === 'late' ? html`<p class="soft small">${say.late}</p>` : nothing}
        <p class="said" title=${dateTime(message.createdAt)}>
          <span class="unseen">${say.said}: </span
          ><span class="as-typed" lang=${message.lang || nothing} dir="auto">${message.text}</span>
        </p>`
    case 'member':
      return html`<p class="soft small">${say.member}</p>
        <p lang=${message.lang || nothing} dir="auto">${message.text}</p>`
    case 'assistant':
      return answerView(message, thread)
    default:
      return message.author satisfies never
  }
}

function answerView(message: Message, { conversation, turns, ratings }: Thread): TemplateResult {
  const { conversations: say } = words()
  const turn = turns.get(message.turnId)
  const rating = ratings.find(({ turnId }) => turnId === message.turnId)
  const quotes = quotesOf(message.sentences)
  const tier = say.tiers[(turn?.tier ?? 'none') as keyof typeof say.tiers]
  return html`<p class="answer">
      <span class="unseen">${say.answered}: </span
      ><span class="as-typed" lang=${message.lang || nothing} dir="auto">${message.text}</span>
    </p>
    ${
      quotes.length === 0
        ? nothing
        : html`<ul class="sources" aria-label=${say.sources}>
            ${[...new Map(quotes.map((quote) => [quote.url, quote])).values()].map(({ title, url }) => html`<li dir="auto">${/^https?:/.test(url) ? html`<a href=${url} target="_blank" rel="noopener noreferrer">${title || url}</a>` : title}</li>`)}
          </ul>`
    }
    <p class="row small soft after">
      <a href=${at(`/conversations/${conversation.id}/${message.turnId}`)}>${say.why}</a>
      <span class="tag ${turn?.kind === 'unknown' ? 'brass' : turn?.kind === 'emergency' ? 'brick' : ''}">
        ${turn?.kind === 'unknown' ? say.outcomes.unanswered : turn?.kind === 'emergency' ? say.outcomes.emergency : tier}
      </span>
      ${
        rating === undefined
          ? nothing
          : html`<span
              class="tag ${rating.thumb === 'down' ? 'brick' : 'pine'}"
              title=${rating.thumb === 'up' ? say.helpful : say.notHelpful}
            >
              ${icons[rating.thumb]}<span class="unseen">${rating.thumb === 'up' ? say.helpful : say.notHelpful}</span>
              ${rating.reason === '' ? nothing : html`<bdi>${rating.reason}</bdi>`}
            </span>`
      }
    </p>`
}
