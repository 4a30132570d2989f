import type { InsightDay, Insights } from '@foyer/sdk/admin'
import { html, type TemplateResult } from 'lit'
import { at } from '../../data/here.ts'
import { words } from '../../strings/index.ts'
import { bars, columns } from '../../ui/bars.ts'
import { number } from '../../ui/number.ts'
import { day, languageName } from '../../ui/when.ts'

/** A range of days: questions by day, who answered, in which languages, how it was taken. */
export function rangeView({ days, languages }: Insights): TemplateResult {
  const { home, conversations } = words()
  const from = days[0]?.day ?? ''
  const to = days.at(-1)?.day ?? ''
  const rows = (filter: string) => `${at('/conversations')}?${filter}&from=${from}&to=${to}`
  const sum = (of: (day: InsightDay) => number) => days.reduce((total, each) => total + of(each), 0)
  const tier = (name: string) => sum(({ tiers }) => tiers[name] ?? 0)
  const [up, down] = [sum((each) => each.up), sum((each) => each.down)]
  return html`<section class="card">
      <div class="head">
        <h2 title=${home.plotMeans}>${home.plot}</h2>
        <p class="row small soft legend"><i class="known"></i>${home.known} <i class="unknown"></i>${home.unknown}</p>
      </div>
      ${columns(
        days.map((each) => ({
          label: day(each.day),
          title: `${day(each.day, { dateStyle: 'long' })}: ${number(each.turns)} · ${home.unknown} ${number(each.unanswered)}`,
          whole: each.turns,
          part: each.unanswered,
          href: `${at('/conversations')}?from=${each.day}&to=${each.day}`,
        })),
        home.plot,
      )}
      <details class="twin">
        <summary class="link small">${home.asTable}</summary>
        <div class="scroll" tabindex="0" role="region" aria-label=${home.plot}>
          <table>
            <thead>
              <tr>
                <th scope="col">${home.day}</th>
                <th scope="col">${home.questions}</th>
                <th scope="col">${home.unknown}</th>
              </tr>
            </thead>
            <tbody>
              ${days.map(
                (each) =>
                  html`<tr>
                    <th scope="row">${day(each.day)}</th>
                    <td>${number(each.turns)}</td>
                    <td>${number(each.unanswered)}</td>
                  </tr>`,
              )}
            </tbody>
          </table>
        </div>
      </details>
    </section>
    <div class="thirds">
      <section class="card">
        <h2 title=${home.tiers.means}>${home.tiers.title}</h2>
        ${bars((['rules', 'semantic', 'llm', 'extractive', 'none'] as const).map((name) => ({ label: conversations.tiers[name], value: tier(name), href: rows(`tier=${name}`) })))}
      </section>
      <section class="card">
        <h2 title=${home.languages.means}>${home.languages.title}</h2>
        ${bars(languages.slice(0, 5).map(({ lang, turns }) => ({ label: languageName(lang), value: turns, href: rows(`lang=${lang}`) })))}
      </section>
      <section class="card">
        <h2 title=${home.ratings.means}>${home.ratings.title}</h2>
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
