import { z } from '@hono/zod-openapi'

export const Deletion = z
  .strictObject({ slug: z.string().describe('The tenant’s slug, typed, so that it is not done by mistake.') })
  .openapi('Deletion')

export const VisitorPath = z.strictObject({ visitorId: z.string().max(100) })
