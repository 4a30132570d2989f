import type { InsightDay } from '@foyer/sdk/admin'
import { html, nothing, type TemplateResult } from 'lit'
import { at } from '../../data/here.ts'
import { words } from '../../strings/index.ts'
import { columns } from '../../ui/bars.ts'
import { duration, number } from '../../ui/number.ts'
import { day } from '../../ui/when.ts'

interface Plot {
  whole: (day: InsightDay) => number
  /** The share of the whole that wants attention. */
  part?: (day: InsightDay) => number
  /** What the rows behind a day are filtered by. */
  rows: string
  show?: (value: number) => string
}

/** What can be seen by day; the first one is, unless the address names another. */
const plots = {
  questions: { whole: ({ turns }) => turns, part: ({ unanswered }) => unanswered, rows: '' },
  conversations: { whole: ({ conversations }) => conversations, rows: '' },
  handoffs: { whole: ({ handoffs }) => handoffs, rows: 'outcome=handoff&' },
  messages: { whole: ({ messages }) => messages, rows: 'outcome=message&' },
  response: { whole: ({ medianMs }) => medianMs ?? 0, rows: '', show: (ms) => duration(ms) },
  ratings: { whole: ({ up, down }) => up + down, part: ({ down }) => down, rows: '' },
} as const satisfies Record<string, Plot>
type PlotName = keyof typeof plots
const names = Object.keys(plots) as PlotName[]

export const plotNamed = (name: string | null): PlotName => names.find((each) => each === name) ?? 'questions'

/** One thing by day, as columns and as a table; each day opens its rows. */
export function plotView(
  days: readonly InsightDay[],
  name: PlotName,
  choose: (name: PlotName) => void,
): TemplateResult {
  const { home } = words()
  const { whole, part, rows, show = number }: Plot = plots[name]
  const { label, means, good, bad } = home.plots[name]
  return html`<section class="card">
    <div class="head">
      <h2 class="unseen">${label}</h2>
      <select
        class="plot"
        aria-label=${home.plot}
        @change=${(event: Event) => choose(plotNamed((event.target as HTMLSelectElement).value))}
      >
        ${names.map((each) => html`<option value=${each} ?selected=${each === name}>${home.plots[each].label}</option>`)}
      </select>
      ${
        part === undefined
          ? nothing
          : html`<p class="row small soft legend"><i class="known"></i>${good} <i class="unknown"></i>${bad}</p>`
      }
    </div>
    <p class="soft small">${means}</p>
    ${columns(
      days.map((each) => ({
        label: day(each.day),
        title: `${day(each.day, { dateStyle: 'long' })}: ${show(whole(each))}${part === undefined ? '' : ` · ${bad} ${show(part(each))}`}`,
        whole: whole(each),
        part: part?.(each) ?? 0,
        href: `${at('/conversations')}?${rows}from=${each.day}&to=${each.day}`,
      })),
      label,
      show,
    )}
    <details class="twin">
      <summary class="link small">${home.asTable}</summary>
      <div class="scroll" tabindex="0" role="region" aria-label=${label}>
        <table>
          <thead>
            <tr>
              <th scope="col">${home.day}</th>
              <th scope="col">${label}</th>
              ${part === undefined ? nothing : html`<th scope="col">${bad}</th>`}
            </tr>
          </thead>
          <tbody>
            ${days.map(
              (each) =>
                html`<tr>
                  <th scope="row">${day(each.day)}</th>
                  <td>${show(whole(each))}</td>
                  ${part === undefined ? nothing : html`<td>${show(part(each))}</td>`}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </details>
  </section>`
}
