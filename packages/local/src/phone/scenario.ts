import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Quality } from '../../../agent/src/simulator/wire.ts'

const within_ms = z.number().int().min(1).max(120_000).default(60_000)

/** What a caller does, and what must come of it. */
const Step = z.union([
  z.strictObject({ says: z.string().min(1) }),
  /** A sound file beside the scenario: WAV, 16 bits, mono. */
  z.strictObject({ plays: z.string().min(1) }),
  z.strictObject({ presses: z.string().regex(/^[0-9*#]+$/) }),
  z.strictObject({ hangs_up: z.literal(true) }),
  /** Somebody is rung for the caller: what their phone does, what they press, and when they hang up. */
  z.strictObject({ person: z.enum(['answers', 'is busy', 'declines', 'hangs up']) }),
  z.strictObject({ person_presses: z.string().regex(/^[0-9*#]+$/) }),
  z.strictObject({
    expects: z.enum(['ringing', 'answered', 'speech', 'pause', 'hung_up', 'not_answered']),
    within_ms,
  }),
  z.strictObject({ expects: z.strictObject({ reply: z.string().min(1) }), within_ms }),
  /** What became of each who was rung, in order. */
  z.strictObject({ expects: z.strictObject({ legs: z.array(z.string()) }), within_ms }),
  z.strictObject({ expects: z.strictObject({ call: z.record(z.string(), z.unknown()) }), within_ms }),
])

const Scenario = z.strictObject({
  name: z.string().min(1),
  /** What the caller's phone shows; a number of nobody when left out, hidden when empty. */
  from: z.string().optional(),
  /** Another number than the assistant's own. */
  dials: z.string().optional(),
  /** What the line does to what the caller says: see Quality. A good one when left out. */
  line: z
    .strictObject({
      noise: z.number().min(0).max(5000),
      loss: z.number().min(0).max(0.5),
      delay_ms: z.number().min(0).max(2000),
      jitter_ms: z.number().min(0).max(500),
    })
    .partial()
    .optional(),
  steps: z.array(Step).min(1).max(100),
})

export type Scenario = z.output<typeof Scenario>
export type Step = z.output<typeof Step>

/** @throws Error that names the file, the line or the step that is wrong */
export function readScenario(file: string): Scenario {
  if (!existsSync(file)) throw new Error(`There is no file ${file}.`)
  const read = Scenario.safeParse(parsed(file))
  if (read.success) {
    const steps = read.data.steps.map((step) =>
      'plays' in step ? { plays: resolve(dirname(file), step.plays) } : step,
    )
    const missing = steps.find((step) => 'plays' in step && !existsSync(step.plays))
    if (missing !== undefined) throw new Error(`${file} plays a sound that is not there: ${JSON.stringify(missing)}.`)
    return { ...read.data, steps }
  }
  const wrong = read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  throw new Error(`${file} is no scenario: ${wrong.join('; ')}`)
}

function parsed(file: string): unknown {
  try {
    return parse(readFileSync(file, 'utf8'))
  } catch (error) {
    const [first] = String(error instanceof Error ? error.message : error).split('\n')
    throw new Error(`${file} is no YAML: ${first}`, { cause: error })
  }
}

/** For the simulated line; a real one has its own. */
export function qualityOf(line: Scenario['line'] = {}): { quality: Partial<Quality> } {
  const { noise, loss, delay_ms: delayMs, jitter_ms: jitterMs } = line
  const said = Object.entries({ noise, loss, delayMs, jitterMs }).filter(([, value]) => value !== undefined)
  return { quality: Object.fromEntries(said) }
}

/** The story of a call by phone, which every phone must be able to play. */
export const ownScenarios = (): Scenario[] => scenariosIn('scenarios')

/** Those in which somebody is rung for the caller. */
export const transferScenarios = (): Scenario[] => scenariosIn('scenarios/transfers')

function scenariosIn(name: string): Scenario[] {
  const folder = join(import.meta.dirname, name)
  const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'))
  return files.map((file) => readScenario(join(folder, file)))
}
