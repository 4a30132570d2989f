import { only, parse, type Verb } from './command.ts'

export const verb: Verb = {
  summary: 'ask the front desk a question',
  help: `foyer ask "QUESTION"

Asks in a new conversation and prints the answer with the quotes it stands on.

  --lang LANG          what you read, such as es (detected by default)
  --conversation ID    go on in this conversation
  --assistant ID       another assistant than the first
  --now INSTANT        with a test key: answer as if it were then, such as 2026-11-20T15:00:00Z
  --json               the whole answer as JSON

Exit code 0 also when the answer is that nothing is known: see "kind" in the JSON.`,
  async run(args, terminal) {
    const text = { type: 'string' } as const
    const { values, positionals } = parse(args, { lang: text, conversation: text, assistant: text, now: text })
    const question = only(positionals, 'the question')
    const { lang, now, conversation: conversationId, assistant: assistantId, json } = values
    const answer = await terminal.foyer().conversations.ask(question, {
      ...(lang === undefined ? {} : { lang }),
      ...(now === undefined ? {} : { now }),
      ...(conversationId === undefined ? {} : { conversationId }),
      ...(assistantId === undefined ? {} : { assistantId }),
    })
    if (json) return terminal.print(JSON.stringify(answer))
    terminal.print(answer.answer)
    for (const quote of answer.quotes) terminal.print(`  “${quote.text.replace(/\s+/g, ' ')}”\n    ${quote.url}`)
    terminal.note(`(${answer.kind}, ${answer.tier}; why: foyer trace ${answer.turnId})`)
  },
}
