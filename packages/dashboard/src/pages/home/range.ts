import type { InsightDay, Insights } from '@foyer/sdk/admin'
import { html, type TemplateResult } from 'lit'
import { at } from '../../data/here.ts'
import { words } from '../../strings/index.ts'
import { bars } from '../../ui/bars.ts'
import { languageName } from '../../ui/when.ts'

/** A range of days: the plot, who answered, in which languages, how it was taken. */
export function rangeView({ days, languages }: Insights, plot: TemplateResult): TemplateResult {
  const { home, conversations } = words()
  const from = days[0]?.day ?? ''
  const to = days.at(-1)?.day ?? ''
  const rows = (filter: string) => `${at('/conversations')}?${filter}&from=${from}&to=${to}`
  const sum = (of: (day: InsightDay) => number) => days.reduce((total, each) => total + of(each), 0)
  const tier = (name: string) => sum(({ tiers }) => tiers[name] ?? 0)
  const [up, down] = [sum((each) => each.up), sum((each) => each.down)]
  return html`${plot}
    <div class="thirds">
      <section class="card">
        <h2>${home.tiers.title}</h2>
        <p class="soft small">${home.tiers.means}</p>
        ${bars((['rules', 'semantic', 'llm', 'extractive', 'none'] as const).map((name) => ({ label: conversations.tiers[name], value: tier(name), href: rows(`tier=${name}`) })))}
      </section>
      <section class="card">
        <h2>${home.languages.title}</h2>
        <p class="soft small">${home.languages.means}</p>
        ${bars(languages.slice(0, 5).map(({ lang, turns }) => ({ label: languageName(lang), value: turns, href: rows(`lang=${lang}`) })))}
      </section>
      <section class="card">
        <h2>${home.ratings.title}</h2>
        <p class="soft small">${home.ratings.means}</p>
        ${
          up + down === 0
            ? html`<p class="soft">${home.ratings.none}</p>`
            : bars([
                { label: home.ratings.up, value: up, href: rows('outcome=up') },
                { label: home.ratings.down, value: down, href: rows('outcome=down') },
              ])
        }
      </section>
    </div>`
}
