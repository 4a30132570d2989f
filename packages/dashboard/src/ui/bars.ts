import { html, nothing, svg, type TemplateResult } from 'lit'
import { number } from './number.ts'

export interface Bar {
  label: string
  value: number
  href?: string | undefined
}

/** Few values, labelled directly, longest as the measure; each opens the rows behind it. */
export function bars(list: readonly Bar[]): TemplateResult {
  const most = Math.max(1, ...list.map(({ value }) => value))
  return html`<ul class="bars">
    ${list.map(({ label, value, href }) => {
      const line = html`<span>${label}</span>
        <svg aria-hidden="true" height="8" width="100%">
          <rect class="track" width="100%" height="8" rx="4" />
          <rect class="fill" width=${`${(value / most) * 100}%`} height="8" rx="4" />
        </svg>
        <b class="figures">${number(value)}</b>`
      return html`<li>
        ${href === undefined || value === 0 ? html`<span class="bar-line">${line}</span>` : html`<a class="bar-line" href=${href}>${line}</a>`}
      </li>`
    })}
  </ul>`
}

export interface Column {
  label: string
  /** Full words for a reader of the picture. */
  title: string
  whole: number
  /** The part of the whole that wants attention. */
  part: number
  href: string
}

const height = 180

/** Up to 92 columns as one picture; its table twin stands beneath it. */
export function columns(
  list: readonly Column[],
  label: string,
  show: (value: number) => string = number,
): TemplateResult {
  // Drawn for the width it is given, so that its words keep their size on a phone.
  const width = innerWidth < 600 ? 360 : 900
  const most = Math.max(1, ...list.map(({ whole }) => whole))
  const step = width / list.length
  const tall = (value: number) => (value / most) * (height - 8)
  const every = Math.ceil(list.length / (width / 110))
  return html`<svg class="columns" viewBox="0 0 ${width} ${height + 22}" role="group" aria-label=${label}>
    <line class="base" x1="0" x2=${width} y1=${height + 0.5} y2=${height + 0.5} />
    <text class="scale" x="0" y="12">${show(most)}</text>
    <line class="grid" x1="0" x2=${width} y1="8.5" y2="8.5" />
    ${list.map(({ title, label: name, whole, part, href }, at) => {
      const x = at * step + step * 0.14
      const wide = Math.min(step * 0.72, 36)
      const label_ =
        at % every === 0 ? svg`<text x=${x + wide / 2} y=${height + 17} text-anchor="middle">${name}</text>` : nothing
      if (whole === 0) return label_
      return svg`<a href=${href} aria-label=${title}><title>${title}</title>
          <rect class="hit" x=${at * step} y="0" width=${step} height=${height} />
          <rect class="fill" x=${x} y=${height - tall(whole)} width=${wide} height=${tall(whole)} rx="2" />
          ${part === 0 ? nothing : svg`<rect class="part" x=${x} y=${height - tall(part)} width=${wide} height=${tall(part)} rx="2" />`}
        </a>${label_}`
    })}
  </svg>`
}
