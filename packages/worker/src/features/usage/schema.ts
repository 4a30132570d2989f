import { z } from '@hono/zod-openapi'

export const UsageDay = z
  .object({
    day: z.iso.date(),
    turns: z.record(z.string(), z.number().int()).describe('How many turns each tier answered.'),
    tokensIn: z.number().int(),
    tokensOut: z.number().int(),
    costMicros: z.number().int().describe('Millionths of a US dollar.'),
  })
  .openapi('UsageDay')

export const Usage = z.object({ days: z.array(UsageDay) }).openapi('Usage')

export const UsageQuery = z.strictObject({
  from: z.iso.date().optional().describe('First UTC day; 30 days ago when left out.'),
  to: z.iso.date().optional().describe('Last UTC day; today when left out.'),
})
