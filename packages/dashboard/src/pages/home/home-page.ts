import type { Insights, InsightsNow, Onboarding } from '@foyer/sdk/admin'
import { html, nothing, type TemplateResult } from 'lit'
import { at, here } from '../../data/here.ts'
import { Load } from '../../data/load.ts'
import { mayRun } from '../../data/role.ts'
import { go } from '../../router.ts'
import { words } from '../../strings/index.ts'
import { empty } from '../../ui/empty.ts'
import { loaded, skeleton } from '../../ui/loaded.ts'
import { Page } from '../../ui/page.ts'
import { checklistView } from './checklist.ts'
import { figuresView } from './figures.ts'
import { plotNamed, plotView } from './plot.ts'
import { rangeView } from './range.ts'

const everyMs = 15_000
const ranges = [7, 30, 90] as const
type Range = (typeof ranges)[number]

/** Home: what happened in the last 24 hours, live, and by day. Each number opens the rows behind it. */
class HomePage extends Page {
  readonly #now = new Load<InsightsNow>(this)
  readonly #setup = new Load<Onboarding>(this)
  readonly #days = new Load<Insights>(this)
  #range: Range | 0 = 0
  #timer: ReturnType<typeof setInterval> | undefined

  override connectedCallback(): void {
    super.connectedCallback()
    this.#count('afresh')
    if (mayRun()) void this.#setup.run((signal) => here().foyer.onboarding.get({ signal }))
    this.#timer = setInterval(() => document.hidden || this.#count('quietly'), everyMs)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearInterval(this.#timer)
  }

  override willUpdate(): void {
    const range = ranges.find((days) => String(days) === this.query.get('days')) ?? 30
    if (range === this.#range) return
    this.#range = range
    const from = new Date(Date.now() - (range - 1) * 86_400_000).toISOString().slice(0, 10)
    void this.#days.run(
      (signal) => here().foyer.insights.days({ from, signal }),
      this.#days.value === undefined ? 'afresh' : 'quietly',
    )
  }

  override render(): TemplateResult {
    const { home } = words()
    this.named(home.title)
    return html`<div class="head">
        <h1>${home.title}</h1>
        <div class="segments" role="group" aria-label=${home.range}>
          ${ranges.map((days) => html`<a href=${`${at('/')}?${new URLSearchParams({ ...Object.fromEntries(this.query), days: String(days) })}`} aria-current=${days === this.#range ? 'true' : 'false'}>${home.days[days]}</a>`)}
        </div>
      </div>
      <div class="stack home">
        ${this.#setup.value === undefined ? nothing : checklistView(this.#setup.value, () => this.requestUpdate())}
        ${loaded(this.#now, figuresView, skeleton(2))}
        ${loaded(this.#days, (days) => this.#daysView(days), skeleton(6))}
      </div>`
  }

  #daysView(insights: Insights): TemplateResult {
    const { home } = words()
    if (insights.days.some(({ conversations, turns }) => conversations + turns > 0))
      return rangeView(insights, this.#plotView(insights))
    return empty(
      home.empty.title,
      home.empty.what,
      html`<a class="button primary" href=${at('/playground')}>${home.empty.action}</a>`,
    )
  }

  #plotView({ days }: Insights): TemplateResult {
    return plotView(days, plotNamed(this.query.get('plot')), (plot) => {
      const query = new URLSearchParams({ days: String(this.#range), plot })
      go(`${at('/')}?${query}`, 'replace')
    })
  }

  #count(how: 'afresh' | 'quietly'): void {
    void this.#now.run((signal) => here().foyer.insights.now({ signal }), how)
  }
}

customElements.define('home-page', HomePage)
