import type { Person } from '@foyer/sdk/admin'
import { html, nothing, type TemplateResult } from 'lit'
import { fill, words } from '../../strings/index.ts'
import { textField } from '../../ui/field.ts'
import { icons } from '../../ui/icons.ts'

type Shift = Person['hours'][number]
export type Weekday = NonNullable<Shift['days']>[number]

const weekdays: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

/** A weekday in the reader's language; the first of January 2024 was a Monday. */
function weekdayName(day: Weekday, style: 'short' | 'long'): string {
  const date = new Date(Date.UTC(2024, 0, 1 + weekdays.indexOf(day)))
  return new Intl.DateTimeFormat(words().lang, { weekday: style, timeZone: 'UTC' }).format(date)
}

/** The days of the week to tick; none is every day. */
export function daysView(
  days: readonly Weekday[] | undefined,
  change: (days: Weekday[] | undefined) => void,
): TemplateResult {
  const tick = (day: Weekday, on: boolean) => {
    const ticked = weekdays.filter((each) => (each === day ? on : days?.includes(each)))
    change(ticked.length === 0 ? undefined : ticked)
  }
  return html`<fieldset class="days">
    <legend>${words().phone.days}</legend>
    ${weekdays.map(
      (day) =>
        html`<label>
          <input
            type="checkbox"
            .checked=${days?.includes(day) ?? false}
            @change=${(event: Event) => tick(day, (event.target as HTMLInputElement).checked)}
          />
          <span aria-hidden="true">${weekdayName(day, 'short')}</span>
          <span class="unseen">${weekdayName(day, 'long')}</span>
        </label>`,
    )}
  </fieldset>`
}

/** When somebody can be rung; without any, always. */
export function shiftsView(shifts: readonly Shift[], change: (shifts: Shift[]) => void): TemplateResult {
  const { phone: say } = words()
  const put = (at: number, to: Shift) => change(shifts.with(at, to))
  return html`<fieldset class="stack parts">
    <legend>${say.hours}</legend>
    <p class="soft small">${say.hoursNote}</p>
    ${shifts.map((shift, at) => {
      const {
        days,
        between: [from, to],
      } = shift
      return html`<div class="part">
        ${daysView(days, (ticked) => put(at, { between: [from, to], ...(ticked && { days: ticked }) }))}
        <div class="pair">
          ${textField({ name: 'from', type: 'time', label: say.from, value: from, required: true, change: (value) => put(at, { ...shift, between: [value, to] }) })}
          ${textField({ name: 'to', type: 'time', label: say.to, value: to, required: true, change: (value) => put(at, { ...shift, between: [from, value] }) })}
        </div>
        <button
          type="button"
          class="quiet away"
          aria-label=${fill(say.dropShift, { n: at + 1 })}
          @click=${() => change(shifts.toSpliced(at, 1))}
        >
          ${icons.trash}
        </button>
      </div>`
    })}
    ${shifts.length >= 20 ? nothing : html`<p><button type="button" class="button" @click=${() => change([...shifts, { days: ['mon', 'tue', 'wed', 'thu', 'fri'], between: ['08:00', '17:00'] }])}>${icons.plus}${say.addShift}</button></p>`}
  </fieldset>`
}
