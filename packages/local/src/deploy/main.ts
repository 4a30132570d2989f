// pnpm run deploy: both workers on Cloudflare, the database on Neon, by one command.

import { parseArgs } from 'node:util'
import { buildAssets } from '../launcher/assets.ts'
import { migrations, prepareDatabase } from './database.ts'
import { missingIn, samples, type Settings, settingsOf, wrongIn } from './settings.ts'
import { CONFIGS, deployWorker, makeResources, resourcesOf } from './workers.ts'

const HELP = `Puts Foyer on Cloudflare and Neon; again, to bring a new release there.

  pnpm run deploy              do it
  pnpm run deploy --dry-run    show what would be done, and bundle both workers; needs no account and no network

It is told what it needs by the environment: see docs/guide/deploy.md.`

const say = (line: string): void => void process.stdout.write(`${line}\n`)

async function deploy(dryRun: boolean): Promise<number> {
  const env = { ...process.env }
  const missing = missingIn(env, dryRun)
  const wrong = wrongIn(env)
  for (const { name, words } of missing) say(`${dryRun ? 'not set' : 'missing'}: ${name} — ${words}`)
  for (const words of wrong) say(`wrong: ${words}`)
  if (wrong.length > 0 || (missing.length > 0 && !dryRun)) {
    say('Nothing was changed. Set these in the environment and type the command again.')
    return 1
  }
  const settings = settingsOf(dryRun ? { ...samples, ...withoutEmpty(env) } : env)
  tellThePlan(settings)
  await buildAssets()
  if (!dryRun) {
    say('Database: logins, extensions and migrations …')
    await prepareDatabase(settings)
    say('Cloudflare: bucket and queues …')
    await makeResources(say)
  }
  for (const config of CONFIGS)
    say(`${config}: ${dryRun ? 'bundled' : 'deployed'}. ${await deployWorker(config, settings, dryRun)}`)
  if (dryRun) say('Nothing was changed: this was a dry run.')
  else await answers(settings.publicUrl)
  return 0
}

function tellThePlan({ publicUrl, secrets, vars }: Settings): void {
  const { queues, buckets } = resourcesOf()
  say(`Address: ${publicUrl}`)
  say(`Migrations: ${migrations().join(', ')}`)
  say(`Buckets: ${buckets.join(', ')} · queues: ${queues.join(', ')}`)
  say(`Secrets: ${Object.keys(secrets).join(', ')}`)
  say(
    `Variables: ${Object.entries(vars)
      .map(([name, value]) => `${name}=${value}`)
      .join(', ')}`,
  )
  say(`On your site: <script src="${publicUrl}/foyer.js" data-key="pk_live_…" async></script>`)
}

async function answers(publicUrl: string): Promise<void> {
  const response = await fetch(`${publicUrl}/healthz/ready`, { signal: AbortSignal.timeout(30_000) }).catch(
    () => undefined,
  )
  await response?.body?.cancel()
  say(
    response?.ok === true
      ? `It answers at ${publicUrl}.`
      : `Deployed; ${publicUrl} does not answer yet. A new domain may need some minutes: try ${publicUrl}/healthz/ready.`,
  )
}

const withoutEmpty = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(env).filter(([, value]) => value))

try {
  const { values } = parseArgs({
    options: { 'dry-run': { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h', default: false } },
  })
  if (values.help) say(HELP)
  else process.exitCode = await deploy(values['dry-run'])
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
