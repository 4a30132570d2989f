import { html, type TemplateResult } from 'lit'
import { words } from '../strings/index.ts'

const steps = [
  [60, 'second'],
  [60, 'minute'],
  [24, 'hour'],
  [7, 'day'],
] as const

/** How long ago, in words; the exact instant on hover. Older than a week: the day. */
export function ago(instant: string, now: number = Date.now()): TemplateResult {
  return html`<time datetime=${instant} title=${dateTime(instant)}>${inWords(instant, now)}</time>`
}

function inWords(instant: string, now: number): string {
  const { lang } = words()
  let past = Math.max(0, (now - Date.parse(instant)) / 1000)
  for (const [most, unit] of steps) {
    if (past < most)
      return new Intl.RelativeTimeFormat(lang, { numeric: 'auto', style: 'short' }).format(-Math.floor(past), unit)
    past /= most
  }
  return date(instant)
}

export const date = (instant: string): string =>
  new Intl.DateTimeFormat(words().lang, { dateStyle: 'medium' }).format(new Date(instant))

export const dateTime = (instant: string): string =>
  new Intl.DateTimeFormat(words().lang, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(instant))

/** A day such as `2026-11-21`, wherever the reader is. */
export const day = (iso: string, style: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short' }): string =>
  new Intl.DateTimeFormat(words().lang, { ...style, timeZone: 'UTC' }).format(new Date(`${iso}T00:00:00Z`))

/** A language by its name in the reader's own. */
export function languageName(tag: string): string {
  const name = new Intl.DisplayNames([words().lang], { type: 'language' }).of(tag) ?? tag
  return name.charAt(0).toLocaleUpperCase(words().lang) + name.slice(1)
}
