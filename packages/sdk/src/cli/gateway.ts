import { Misuse, parse, type Verb } from './command.ts'

export const verb: Verb = {
  summary: 'look after the phone gateway',
  help: `foyer-admin gateway check    callers of a number that nobody has are told so, instead of ringing for ever

  --json    JSON`,
  async run([action = '', ...rest], terminal) {
    if (action !== 'check') throw new Misuse('Say what to do: foyer-admin gateway check.')
    const { values } = parse(rest, {})
    const check = await terminal.foyer().gateway.check()
    if (values.json) return terminal.print(JSON.stringify(check))
    terminal.print(check.mended.length === 0 ? 'It stands as it should.' : `Set right: ${check.mended.join(', ')}.`)
  },
}
