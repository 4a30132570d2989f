import { z } from '@hono/zod-openapi'
import { KeyWithSecret } from '../keys/schema.ts'
import { Tenant } from './schema.ts'

export const CreatedTenant = z
  .object({
    tenant: Tenant,
    assistantId: z.string(),
    locationId: z.string(),
    publishableKey: KeyWithSecret,
    secretKey: KeyWithSecret,
  })
  .openapi('CreatedTenant')
