// pnpm bench:site [--only SLUG] [--verbose]: whole businesses read by the real crawler on the real platform, and every
// question of theirs asked through the API. Prints what became of them; the same as JSON in .foyer/bench/site.json.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inParallel } from '../../../local/src/demo/in-parallel.ts'
import { startPlatform } from '../../../local/src/launcher/platform.ts'
import { freePort } from '../../../local/src/launcher/ports.ts'
import { type Api, ask } from './api.ts'
import { businesses, questionsOf } from './business.ts'
import { judge } from './judge.ts'
import { quotesOf, Versions } from './quotes.ts'
import { type Judged, printFailures, printScores, scores } from './report.ts'
import { type Served, serve } from './serve.ts'
import { teach } from './teach.ts'

const atOnce = 4
const args = process.argv.slice(2)
const only = args.includes('--only') ? args[args.indexOf('--only') + 1] : undefined
const say = (line: string): void => void process.stderr.write(`${line}\n`)

async function askAll(api: Api, { business }: Served): Promise<Judged[]> {
  const versions = new Versions(api)
  return inParallel(questionsOf(business), atOnce, async (question): Promise<Judged> => {
    const reply = await ask(api, question.turns, question.now ?? business.now)
    const quotes = quotesOf(reply.sentences)
    const valid = await Promise.all(quotes.map((quote) => versions.holds(quote)))
    return {
      business: business.slug,
      question,
      reply,
      verdict: judge(question, reply, quotes, business.needles),
      quotes: quotes.length,
      validQuotes: valid.filter(Boolean).length,
    }
  })
}

const wanted = businesses.filter((business) => only === undefined || business.slug === only)
if (wanted.length === 0)
  throw new Error(
    `There is no business “${only}”. There are: ${businesses.map((business) => business.slug).join(', ')}.`,
  )
const served: Served[] = []
for (const business of wanted) served.push(await serve(business, await freePort()))
const origins = served.map((one) => one.url)
const dataDir = mkdtempSync(join(tmpdir(), 'foyer-bench-data-'))
const judged: Judged[] = []
try {
  const platform = await startPlatform({
    dataDir,
    progress: say,
    loopbackOrigins: origins,
    env: { ALLOWED_LOOPBACK_ORIGINS: origins.join(',') },
  })
  try {
    for (const one of served)
      judged.push(...(await askAll(await teach({ url: platform.apiUrl, key: platform.operatorKey }, one, say), one)))
  } finally {
    await platform.stop()
  }
} finally {
  for (const one of served) await one.close()
  rmSync(dataDir, { recursive: true, force: true })
}
const rows = scores(judged)
printScores(rows)
if (args.includes('--verbose')) printFailures(judged)
const folder = join(import.meta.dirname, '../../../../.foyer/bench')
mkdirSync(folder, { recursive: true })
writeFileSync(
  join(folder, 'site.json'),
  JSON.stringify({ at: new Date().toISOString(), scores: rows, judged }, null, 2),
)
say(`Written to ${join(folder, 'site.json')}.`)
