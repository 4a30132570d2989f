// npm run ask: a platform of its own, in a folder of its own, for as long as the questions take.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setUpDemo } from '../demo/set-up.ts'
import { ROOT } from '../launcher/places.ts'
import { type Platform, startPlatform } from '../launcher/platform.ts'
import { onStop } from '../launcher/stop.ts'
import { serveSite, type Site } from '../site/site.ts'
import { type Choice, HELP, Misuse, readChoice } from './choice.ts'
import { inOrder } from './in-order.ts'
import { inWords, type Outcome, outcomeOf } from './outcome.ts'

const AT_ONCE = 4

const say = (line: string): void => void process.stderr.write(`${line}\n`)

async function answerAll(choice: Choice): Promise<number> {
  const dataDir = mkdtempSync(join(tmpdir(), 'foyer-ask-'))
  const forget = (): void => rmSync(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  // What the parts keep for a while lies there too; and what they wrote while being stopped goes with our last breath.
  process.env['TMPDIR'] = dataDir
  process.once('exit', forget)
  let platform: Platform | undefined
  let site: Site | undefined
  const leave = async (): Promise<void> => {
    await Promise.allSettled([platform?.stop(), site?.close()])
    forget()
  }
  onStop(async () => {
    await leave()
    return 130
  })
  try {
    const isOwn = choice.siteUrl !== undefined || choice.files !== undefined
    site = isOwn ? undefined : await serveSite({ folder: join(ROOT, 'examples/script-tag/site') })
    const siteUrl = choice.siteUrl ?? site?.url
    const loopbackOrigins = siteUrl === undefined ? [] : [new URL(siteUrl).origin]
    // The embedded database even when DATABASE_URL is set: on a server something would be left behind.
    platform = await startPlatform({ dataDir, serverUrl: '', loopbackOrigins, cron: false, progress: say })
    const { files, country, timeZone } = choice
    const { foyer } = await setUpDemo(platform, {
      siteUrl,
      files,
      pageUrl: site?.url ?? 'http://localhost',
      country,
      timeZone,
      progress: say,
    })
    let failures = 0
    const print = (outcome: Outcome): void => {
      if (outcome.error !== undefined) failures++
      process.stdout.write(
        `${choice.json ? JSON.stringify(outcome) : inWords(outcome, choice.questions.length === 1)}\n`,
      )
    }
    await inOrder(choice.questions, AT_ONCE, (question) => outcomeOf(foyer, question), print)
    if (failures > 0) say(`${failures} of ${choice.questions.length} got no answer.`)
    return failures === 0 ? 0 : 1
  } finally {
    await leave()
  }
}

try {
  const choice = readChoice(process.argv.slice(2))
  if (choice === 'help') process.stdout.write(`${HELP}\n`)
  else process.exitCode = await answerAll(choice)
} catch (error) {
  say(error instanceof Error ? error.message : String(error))
  process.exitCode = error instanceof Misuse ? 2 : 1
}
// Whatever still holds the loop (a keep-alive socket) is of no use to anybody; what was printed is flushed first.
process.stdout.write('', () => process.exit())
