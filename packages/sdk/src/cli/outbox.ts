import { parse, type Verb } from './command.ts'

export const verb: Verb = {
  summary: 'show what test mode would have sent',
  help: `foyer outbox

Shows the e-mails that test mode kept instead of sending them, newest first.

  --limit N   how many (default 20)
  --json      JSON, one message a line`,
  async run(args, terminal) {
    const { values } = parse(args, { limit: { type: 'string', default: '20' } })
    const items = await terminal
      .foyer()
      .outbox.list()
      .toArray(Math.max(1, Number(values.limit) || 20))
    if (values.json) return items.forEach((item) => terminal.print(JSON.stringify(item)))
    if (items.length === 0) return terminal.print('Nothing was sent yet.')
    terminal.print(
      items
        .map(
          ({ createdAt, recipient, subject, body }) =>
            `${createdAt}  to ${recipient}\n${subject}\n${body.text.trimEnd()}`,
        )
        .join('\n\n'),
    )
  },
}
