import { z } from '@hono/zod-openapi'

const price = z.number().min(0).max(10_000)
/** What a tenant may bring its own key for. */
export const ConnectionKind = z.enum(['model', 'mail', 'carrier']).openapi('ConnectionKind')

export const Connection = z
  .object({
    kind: z
      .enum(['model', 'embeddings', 'speech', 'mail', 'carrier'])
      .describe('`embeddings` and `speech` are set up by whoever runs the server, for all its tenants.'),
    source: z
      .enum(['own', 'platform', 'none'])
      .describe('Whose key is used: the tenant’s, the platform’s, or none, when the product does without.'),
    keyEnds: z.string().describe('How the tenant’s own key ends, to tell it from others; empty without one.'),
    checkedAt: z.iso.datetime().nullable().describe('When the own key was last seen to work.'),
    baseUrl: z.string(),
    model: z.string(),
    from: z.string(),
    account: z.string().describe('At the carrier that sells you numbers.'),
    priceIn: z.number().describe('US dollars a million tokens read.'),
    priceOut: z.number().describe('US dollars a million tokens written.'),
    costPerThousandTurns: z
      .number()
      .describe('An estimate in US dollars: a turn that asks the model reads about 2,000 tokens and writes 150.'),
  })
  .openapi('Connection')

export const Connections = z
  .object({
    items: z.array(Connection),
    modelHosts: z.array(z.string()).describe('Where an own model may be: origins that the platform’s operator allows.'),
  })
  .openapi('Connections')

const key = z.string().trim().min(8).max(400)

export const NewModelConnection = z
  .strictObject({
    baseUrl: z.url().max(300),
    model: z.string().trim().min(1).max(120),
    key,
    priceIn: price.default(0),
    priceOut: price.default(0),
  })
  .openapi('NewModelConnection')

export const NewMailConnection = z
  .strictObject({
    from: z
      .string()
      .trim()
      .max(200)
      .regex(/^[^\r\n<>]*<[^\s<>@]+@[^\s<>@]+>$|^[^\s<>@]+@[^\s<>@]+$/, 'must be an address, or "Name <address>"'),
    key,
  })
  .openapi('NewMailConnection')

export const NewCarrierConnection = z
  .strictObject({
    accountSid: z.string().regex(/^AC[0-9a-f]{32}$/i, 'must be a Twilio account SID: AC and 32 letters and digits'),
    key: key.describe('Its auth token: an API key would not do, because calls are signed with the token.'),
  })
  .openapi('NewCarrierConnection')
