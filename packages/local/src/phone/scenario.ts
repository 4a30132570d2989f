import { parse } from 'yaml'
import { z } from 'zod'

const within_ms = z.number().int().min(1).max(120_000).default(30_000)

/** What a caller does, and what must come of it. */
const Step = z.union([
  z.strictObject({ says: z.string().min(1) }),
  z.strictObject({ presses: z.string().regex(/^[0-9*#]+$/) }),
  z.strictObject({ hangs_up: z.literal(true) }),
  z.strictObject({
    expects: z.enum(['ringing', 'answered', 'speech', 'pause', 'hung_up', 'not_answered']),
    within_ms,
  }),
  z.strictObject({ expects: z.strictObject({ reply: z.string().min(1) }), within_ms }),
  z.strictObject({ expects: z.strictObject({ call: z.record(z.string(), z.unknown()) }), within_ms }),
])

const Scenario = z.strictObject({
  name: z.string().min(1),
  /** What the caller's phone shows; a number of nobody when left out, hidden when empty. */
  from: z.string().optional(),
  /** Another number than the assistant's own. */
  dials: z.string().optional(),
  steps: z.array(Step).min(1).max(100),
})

export type Scenario = z.output<typeof Scenario>
export type Step = z.output<typeof Step>

/** @throws Error that names the line or the step that is wrong */
export function readScenario(text: string, file: string): Scenario {
  const read = Scenario.safeParse(parse(text))
  if (read.success) return read.data
  const wrong = read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  throw new Error(`${file} is no scenario: ${wrong.join('; ')}`)
}
