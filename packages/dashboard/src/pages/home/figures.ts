import type { InsightsNow } from '@foyer/sdk/admin'
import { html, nothing, type TemplateResult } from 'lit'
import { at } from '../../data/here.ts'
import { fill, words } from '../../strings/index.ts'
import { duration, number, share } from '../../ui/number.ts'

/** The last 24 hours in six figures. */
export function figuresView(now: InsightsNow): TemplateResult {
  const { figures, lastDay, slowest } = words().home
  const since = now.since.slice(0, 10)
  const rows = (filter: string) =>
    `${at('/conversations')}?${filter}from=${since}&to=${new Date().toISOString().slice(0, 10)}`
  const list: { name: keyof typeof figures; value: string; href: string; note?: string; tone?: string }[] = [
    { name: 'conversations', value: number(now.conversations), href: rows('') },
    { name: 'answered', value: share(now.turns - now.unanswered, now.turns), href: rows('') },
    {
      name: 'unanswered',
      value: number(now.unanswered),
      href: rows('outcome=unanswered&'),
      tone: now.unanswered > 0 ? 'brass' : '',
    },
    { name: 'handoffs', value: number(now.handoffs), href: rows('outcome=handoff&') },
    { name: 'messages', value: number(now.messages), href: rows('outcome=message&') },
    {
      name: 'response',
      value: duration(now.medianMs),
      href: rows(''),
      ...(now.p95Ms === null ? {} : { note: fill(slowest, { time: duration(now.p95Ms) }) }),
    },
  ]
  return html`<section aria-labelledby="last-day">
    <h2 id="last-day" class="soft">${lastDay}</h2>
    <ul class="figures-row">
      ${list.map(
        ({ name, value, href, note, tone }) =>
          html`<li>
            <a class="figure ${tone ?? ''}" href=${href} aria-describedby="means-${name}">
              <span>${figures[name].label}</span>
              <b class="figures">${value}</b>
              ${note === undefined ? nothing : html`<small>${note}</small>`}
            </a>
            <span class="means" id="means-${name}" role="tooltip">${figures[name].means}</span>
          </li>`,
      )}
    </ul>
  </section>`
}
