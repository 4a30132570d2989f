import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type Question, readQuestions } from './questions.ts'

export const HELP = `Asks the front desk in the terminal, and leaves nothing behind.

  npm run ask -- "How much is a tune-up?"                    the example: a heating and cooling company
  npm run ask -- --site http://… "question"                  answers from this web site
  npm run ask -- --files FOLDER "question"                   answers from the files of this folder
  npm run ask -- --questions FILE --json                     a whole list, one answer a line

  --questions FILE   one JSON object a line: {"question":"…","lang":"es"}, or {"turns":["…","…"]} for a dialogue whose
                     last turn counts; "now" (an instant) answers as if it were then
  --json             one JSON object an answer on stdout, and nothing else; progress goes to stderr
  --lang LANG        what the visitor reads, such as es (detected by default)
  --now INSTANT      answers as if it were then, such as 2026-11-20T15:00:00Z
  --country CODE     of the business, such as US: emergency numbers depend on it
  --time-zone ZONE   of the business, such as America/Denver: opening hours depend on it
  --help             this text

It exits with 0 when everything was answered, 1 when something went wrong, 2 when it was asked wrongly.`

export type Choice = {
  siteUrl: string | undefined
  files: string | undefined
  questions: Question[]
  json: boolean
  country: string | undefined
  timeZone: string | undefined
}

/** Asked wrongly: said in one sentence, and answered with exit code 2. */
export class Misuse extends Error {}

export function readChoice(args: string[]): Choice | 'help' {
  const { values, positionals } = parse(args)
  if (values.help) return 'help'
  const { site, files, json, lang, now, country } = values
  if (site !== undefined && files !== undefined) throw new Misuse('Give either --site or --files, not both.')
  if (site !== undefined && !/^https?:$/.test(URL.parse(site)?.protocol ?? ''))
    throw new Misuse(`--site needs a whole address, like https://example.com; this is "${site}".`)
  const folder = files === undefined ? undefined : resolve(files)
  if (folder !== undefined && !statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new Misuse(`--files needs a folder; there is none at ${folder}.`)
  if (now !== undefined && Number.isNaN(Date.parse(now)))
    throw new Misuse(`--now needs an instant such as 2026-11-20T15:00:00Z; this is "${now}".`)
  if (country !== undefined && !/^[A-Z]{2}$/.test(country))
    throw new Misuse(`--country needs two letters such as US; this is "${country}".`)
  if (values.questions === undefined && positionals.length === 0)
    throw new Misuse('Ask something: npm run ask -- "How much is a tune-up?"')
  const listed = values.questions === undefined ? [] : list(values.questions)
  const asked = positionals.length === 0 ? [] : [{ turns: [positionals.join(' ')], lang: undefined, now: undefined }]
  const questions = [...listed, ...asked].map((each) => ({ ...each, lang: each.lang ?? lang, now: each.now ?? now }))
  return { siteUrl: site, files: folder, questions, json, country, timeZone: values['time-zone'] }
}

function list(file: string): Question[] {
  try {
    return readQuestions(file)
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT'
    throw new Misuse(missing ? `There is no file ${file}.` : (error as Error).message)
  }
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        site: { type: 'string' },
        files: { type: 'string' },
        questions: { type: 'string' },
        json: { type: 'boolean', default: false },
        lang: { type: 'string' },
        now: { type: 'string' },
        country: { type: 'string' },
        'time-zone': { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
  } catch (error) {
    throw new Misuse(`${(error as Error).message.split('. ')[0]}. See npm run ask -- --help.`)
  }
}
