// npm start: the whole platform on this machine, with a web site to try it on.

import { mkdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { ownerLink } from './demo/owner.ts'
import { setUpDemo, type Demo } from './demo/set-up.ts'
import { ROOT } from './launcher/places.ts'
import { startPlatform, type Platform } from './launcher/platform.ts'
import { rememberedPort } from './launcher/remembered-ports.ts'
import { onStop } from './launcher/stop.ts'
import { serveSite } from './site/site.ts'
import { startVoice, type Voice } from './voice/voice.ts'

const HELP = `Starts Foyer on this machine and prints the address of a web site to try it on.

  npm start                            the example: a heating and cooling company
  npm start -- --site http://…         read this web site and answer from it
  npm start -- --files FOLDER          read the files of this folder and answer from them

  --again              read everything once more (otherwise only what changed)
  --country CODE       where the business is, such as US: emergency numbers depend on it (guessed from its pages)
  --time-zone ZONE     its time zone, such as America/Denver: opening hours depend on it (guessed likewise)
  --fresh              forget what the data folder holds, and start anew
  --port N             port of the API (a free one by default)
  --data FOLDER        where everything is kept (default: .foyer)
  --help               this text

With OPENAI_API_KEY (and OPENAI_BASE_URL) set, answers are written by a model over the quotes; without, they are quotes.
With DATABASE_URL set, data is kept in that PostgreSQL (15 or newer) instead of the embedded one.`

const say = (line: string): void => void process.stderr.write(`${line}\n`)

/** Steps name places without http://, so that the first address in the output is the one to open. */
const tell = (line: string): void => say(line.replace(/https?:\/\//g, ''))

let isStopping = (): boolean => false

type Wishes = { again: boolean; country: string | undefined; timeZone: string | undefined }
type Choice = Wishes & {
  siteUrl: string | undefined
  files: string | undefined
  fresh: boolean
  port: number | undefined
  dataDir: string
}

function readChoice(): Choice | 'help' {
  const { values } = parseArgs({
    options: {
      site: { type: 'string' },
      files: { type: 'string' },
      data: { type: 'string' },
      port: { type: 'string' },
      fresh: { type: 'boolean', default: false },
      again: { type: 'boolean', default: false },
      country: { type: 'string' },
      'time-zone': { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  if (values.help) return 'help'
  if (values.site !== undefined && values.files !== undefined)
    throw new Error('Give either --site or --files, not both.')
  if (values.site !== undefined && !/^https?:$/.test(URL.parse(values.site)?.protocol ?? '')) {
    throw new Error(`--site needs a whole address, like https://example.com; this is "${values.site}".`)
  }
  const files = values.files === undefined ? undefined : resolve(values.files)
  if (files !== undefined && !statSync(files, { throwIfNoEntry: false })?.isDirectory())
    throw new Error(`--files needs a folder; there is none at ${files}.`)
  const port = values.port === undefined ? undefined : Number(values.port)
  if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65536))
    throw new Error(`--port needs a number from 1 to 65535; this is "${values.port}".`)
  const dataDir = resolve(values.data ?? process.env['FOYER_DATA'] ?? join(ROOT, '.foyer'))
  const { site: siteUrl, fresh, again, country, 'time-zone': timeZone } = values
  if (country !== undefined && !/^[A-Z]{2}$/.test(country))
    throw new Error(`--country needs two capital letters such as US; this is "${country}".`)
  return { siteUrl, files, fresh, again, country, timeZone, port, dataDir }
}

async function start({ siteUrl, files, fresh, again, country, timeZone, port, dataDir }: Choice): Promise<void> {
  let platform: Platform | undefined
  let demo: Demo | undefined
  let voice: Voice | undefined
  isStopping = onStop(async () => {
    say('Stopping …')
    await voice?.stop()
    await platform?.stop()
    return 0
  })
  say('Starting Foyer …')
  mkdirSync(dataDir, { recursive: true })
  const isOwn = siteUrl !== undefined || files !== undefined
  const site = await serveSite({
    folder: isOwn ? join(import.meta.dirname, 'site/try') : join(ROOT, 'examples/script-tag/site'),
    port: await rememberedPort(dataDir, 'site'),
    words: () => ({
      FOYER_URL: platform?.apiUrl ?? '',
      PUBLISHABLE_KEY: demo?.publishableKey ?? '',
      SUBJECT: siteUrl ?? files ?? '',
    }),
  })
  const read = siteUrl ?? (files === undefined ? site.url : undefined)
  platform = await startPlatform({
    dataDir,
    fresh,
    port: port ?? (await rememberedPort(dataDir, 'api')),
    loopbackOrigins: read === undefined ? [] : [new URL(read).origin],
    progress: tell,
  })
  demo = await setUpDemo(platform, {
    siteUrl: read,
    files,
    pageUrl: site.url,
    again,
    country,
    timeZone,
    progress: tell,
  })
  const links = [
    { label: 'Open', url: `${site.url}/` },
    { label: 'Dashboard', url: await ownerLink(platform, demo.foyer) },
    { label: 'Sign-in mail', url: `${platform.mailboxUrl}/#${platform.mailboxSecret}` },
    ...demo.links,
  ]
  const width = Math.max(...links.map(({ label }) => label.length))
  process.stdout.write(`\n${links.map(({ label, url }) => `  ${label.padEnd(width)}  ${url}`).join('\n')}\n\n`)
  say('Ctrl-C stops it. What it has learned is kept for the next start.')
  voice = startVoice({ platform, progress: tell })
  const outcome = await voice.ready
  if (outcome.kind === 'off') say(`Voice is off: ${outcome.why}`)
  else if (outcome.isTestVoice)
    say('Voice is on, with a test voice. SPEECH_BASE_URL names a better one: docs/guide/voice.md')
  else say('Voice is on.')
}

try {
  const choice = readChoice()
  if (choice === 'help') process.stdout.write(`${HELP}\n`)
  else await start(choice)
} catch (error) {
  if (isStopping()) await new Promise(() => undefined)
  say(
    error instanceof Error
      ? error.message.replace(/^(Unknown option.*?)\. .*$/s, '$1. See npm start -- --help.')
      : String(error),
  )
  process.exit(1)
}
