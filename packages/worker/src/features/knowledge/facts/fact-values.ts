import { z } from '@hono/zod-openapi'
import type { LocationFacts } from '../../../engine/location-facts.ts'
import { AppError } from '../../../shared/errors.ts'
import { toE164 } from '../../../shared/phone.ts'
import { sha256 } from '../../../shared/secret.ts'
import type { factKinds } from '../schema.ts'

export type FactKind = (typeof factKinds)[number]

const line = z.string().trim().min(1).max(500)
const wallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'must be a time such as "08:30", 24 h')
const interval = z
  .tuple([wallTime, wallTime])
  .refine(([from, to]) => from !== to, 'must not begin and end at the same time')
const day = z.array(interval).max(6).optional()
const money = z.string().regex(/^\d{1,9}(\.\d{1,2})?$/, 'must be an amount such as "89.00"')

/** What each kind of fact holds; the shapes are those of engine/location-facts.ts. */
export const factValues = {
  name: line,
  phones: z.strictObject({
    number: z.string().min(3).max(40),
    use: z.enum(['main', 'emergency', 'text', 'fax', 'other']).default('main'),
  }),
  addresses: line,
  emails: z.email(),
  hours: z.strictObject({ mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day }),
  exceptions: z.strictObject({
    date: z
      .string()
      .regex(
        /^(?:(\d{4}-)?(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])|(?:mon|tue|wed|thu|fri|sat|sun)-(?:[1-4]|last))$/,
        'must be a day such as "2026-12-25", "12-25" for every year, or "sat-1" for the first Saturday of every month',
      ),
    intervals: z.array(interval).max(6),
    label: z.string().max(120).default(''),
    withinWeek: z.literal(true).optional(),
  }),
  services: z.strictObject({
    name: line,
    price: z
      .strictObject({
        from: money,
        to: money.optional(),
        currency: z.string().regex(/^[A-Z]{3}$/),
        unit: z.string().max(60).default(''),
      })
      .optional(),
    description: z.string().max(1000).default(''),
  }),
  areas: z.strictObject({ name: line, postalCodes: z.array(z.string().min(2).max(12)).max(500).default([]) }),
  payment: line,
  insurance: line,
  financing: line,
  emergencyService: line,
  licences: line,
  newCustomers: line,
} satisfies Record<FactKind, z.ZodType> &
  Record<Exclude<keyof LocationFacts, 'locationId' | 'timeZone' | 'country'>, z.ZodType>

/** @throws AppError unprocessable that names the field. */
export function parseFact(kind: FactKind, value: unknown, country: string, at: string): unknown {
  const parsed = factValues[kind].safeParse(value)
  if (!parsed.success) {
    const details = parsed.error.issues
      .slice(0, 10)
      .map((issue) => ({ path: [at, 'value', ...issue.path].join('.'), message: issue.message }))
    throw new AppError(
      'unprocessable',
      `A fact of kind "${kind}" has another form: ${details[0]?.message ?? 'see the guide'}. Nothing was changed.`,
      { details },
    )
  }
  if (kind !== 'phones') return parsed.data
  const phone = parsed.data as z.output<(typeof factValues)['phones']>
  const number = toE164(phone.number, country)
  if (number === null) {
    const details = [{ path: `${at}.value.number`, message: 'is not a telephone number' }]
    throw new AppError(
      'unprocessable',
      `"${phone.number}" is not a telephone number. Write it with its area code. Nothing was changed.`,
      { details },
    )
  }
  return { ...phone, number }
}

/** The same value has the same fingerprint, whatever the order of its fields. */
export function fingerprintOf(kind: string, value: unknown): Promise<string> {
  return sha256(`${kind} ${JSON.stringify(value, (_key, held: unknown) => (isRecord(held) ? sorted(held) : held))}`)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function sorted(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)))
}
