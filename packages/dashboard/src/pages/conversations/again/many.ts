import type { WhatIf } from '@foyer/sdk/admin'
import { html, nothing, type TemplateResult } from 'lit'
import { addressOf, type Again } from '../../../data/again.ts'
import { at } from '../../../data/here.ts'
import { count, fill, words } from '../../../strings/index.ts'
import { number } from '../../../ui/number.ts'

/** The newest conversations made again: how many answers would be others, and which; each opens with the same wishes. */
export function manyView({ turns, changed, skipped }: WhatIf, again: Again): TemplateResult {
  const { again: say, conversations } = words()
  const tierName = (tier: string | null) => conversations.tiers[(tier ?? 'none') as keyof typeof conversations.tiers]
  const address = addressOf({ ...again, over: '' })
  const others = turns.filter(({ same }) => !same)
  return html`<div class="stack">
    <p class="note ${changed === 0 ? 'pine' : ''}">
      ${changed === 0 ? fill(say.none, { all: number(turns.length) }) : fill(say.some, { n: number(changed), all: number(turns.length) })}
      ${skipped === 0 ? nothing : count(say.skipped, skipped)}
    </p>
    ${
      others.length === 0
        ? nothing
        : html`<ul class="rows">
            ${others.map(
              ({ turnId, conversationId, question, was, now }) =>
                html`<li>
                  <a data-row href="${at(`/conversations/${conversationId}/${turnId}`)}${address}">
                    <b dir="auto">${question}</b>
                    <span class="was soft"
                      ><span class="unseen">${say.before}: </span><span class="tag">${tierName(was.tier)}</span>
                      <del dir="auto">${was.text}</del></span
                    >
                    <span class="now"
                      ><span class="unseen">${say.after}: </span><span class="tag pine">${tierName(now.tier)}</span>
                      <ins dir="auto">${now.text}</ins></span
                    >
                  </a>
                </li>`,
            )}
          </ul>`
    }
  </div>`
}
