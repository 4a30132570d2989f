import { Misuse, parse, type Verb } from './command.ts'
import { table } from './table.ts'

export const verb: Verb = {
  summary: 'turns, tokens and cost per day',
  help: `foyer usage

Turns by tier, model tokens and model cost for each day (UTC); the last 30 days by default.

  --from DAY   such as 2026-11-01
  --to DAY     this day included
  --json       JSON, one day a line`,
  async run(args, terminal) {
    const { values } = parse(args, { from: { type: 'string' }, to: { type: 'string' } })
    const { from, to } = values
    for (const day of [from, to])
      if (day !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(day))
        throw new Misuse(`A day is written 2026-11-30; this is "${day}".`)
    const days = await terminal
      .foyer()
      .usage.days({ ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) })
    if (values.json) return days.forEach((day) => terminal.print(JSON.stringify(day)))
    if (days.length === 0) return terminal.print('Nobody asked anything in these days.')
    const rows = days.map(({ day, turns, tokensIn, tokensOut, costMicros }) => {
      const byTier = Object.entries(turns).map(([tier, count]) => `${tier} ${count}`)
      return [day, byTier.join(', '), `${tokensIn} + ${tokensOut} tokens`, `$${(costMicros / 1_000_000).toFixed(4)}`]
    })
    terminal.print(table(rows))
  },
}
