// npm run call: a platform of its own with the example's business, and a phone that calls it as a scenario says.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setUpDemo } from '../demo/set-up.ts'
import { ROOT } from '../launcher/places.ts'
import { type Platform, startPlatform } from '../launcher/platform.ts'
import { freePort } from '../launcher/ports.ts'
import { onStop } from '../launcher/stop.ts'
import { serveSite } from '../site/site.ts'
import { installTestVoice } from '../speech/install.ts'
import { robotVoice } from '../speech/voice.ts'
import { startVoice } from '../voice/voice.ts'
import type { Stage } from './play.ts'
import { playAll } from './play-all.ts'
import { qualityOf, readScenario, type Scenario } from './scenario.ts'
import { Simulator } from './simulated.ts'

const HELP = `npm run call -- SCENARIO.yaml …

Starts the platform with the example's business, looks as \`foyer doctor\` does whether calls can come in, calls it by phone as
each scenario says, and prints what came of every step.
What the caller says is spoken by a robot; the assistant hears and speaks with your SPEECH_BASE_URL, or with the test voice,
which knows the example's own questions only. docs/guide/phone.md shows what a scenario holds.`

const NUMBER = '+15055550142'
const say = (line: string): void => void process.stderr.write(`${line}\n`)

async function callAll(scenarios: Scenario[]): Promise<number> {
  const dataDir = mkdtempSync(join(tmpdir(), 'foyer-call-'))
  const undo: (() => unknown)[] = [() => rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 })]
  const leave = async (): Promise<void> => {
    for (const each of undo.splice(0).toReversed()) await each()
  }
  onStop(async () => {
    await leave()
    return 130
  })
  try {
    const site = await serveSite({ folder: join(ROOT, 'examples/script-tag/site'), port: await freePort() })
    undo.push(() => site.close())
    const loopbackOrigins = [new URL(site.url).origin]
    const platform: Platform = await startPlatform({
      dataDir,
      serverUrl: '',
      loopbackOrigins,
      cron: false,
      progress: say,
    })
    undo.push(() => platform.stop())
    const { foyer } = await setUpDemo(platform, { siteUrl: site.url, pageUrl: site.url, progress: say })
    const voice = startVoice({ platform, progress: say })
    undo.push(() => voice.stop())
    const outcome = await voice.ready
    if (outcome.kind === 'off') throw new Error(`Nobody can be called: ${outcome.why}`)
    const { id } = await foyer.trunks.create({ name: 'Simulated', addresses: ['203.0.113.5'] })
    const { id: reach } = await foyer.people.add({ name: 'Ana', number: '+15055550147' })
    await foyer.phoneNumbers.add({ number: NUMBER, trunkId: id, reach })
    const { gatewayId } = await foyer.trunks.change(id, { out: { address: 'sip.carrier.example' } })
    const robot = await robotVoice((await installTestVoice(say)).espeak)
    const simulator = new Simulator(platform.voice)
    undo.push(() => simulator.close())
    const dial: Stage['dial'] = (from, dialled = NUMBER, line) =>
      simulator.dial({ from, dialled, trunkId: gatewayId, ringingMs: 8000, ...qualityOf(line) })
    const speak = (text: string): Promise<Int16Array> => robot(text, 1)
    const stage = { foyer, dial, rung: simulator.beRung.bind(simulator), speak }
    const failures = await playAll(scenarios, stage, { tell: (line) => void process.stdout.write(`${line}\n`), say })
    return failures === 0 ? 0 : 1
  } finally {
    await leave()
  }
}

const files = process.argv.slice(2)
try {
  if (files.length === 0 || files.includes('--help')) process.stdout.write(`${HELP}\n`)
  else process.exitCode = await callAll(files.map(readScenario))
} catch (error) {
  say(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
// Whatever still holds the loop is of no use to anybody; what was printed is flushed first.
process.stdout.write('', () => process.exit())
