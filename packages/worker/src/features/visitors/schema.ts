import { z } from '@hono/zod-openapi'
import { WidgetLook } from '../look/index.ts'
import { Mode } from '../tenants/schema.ts'

const LocalText = z.record(z.string(), z.string())

export const WidgetConfig = z
  .object({
    mode: Mode,
    assistant: z.object({ id: z.string(), name: z.string() }),
    business: z.object({
      name: z.string(),
      country: z.string(),
      phone: z.string().describe('E.164; empty when none is known.'),
    }),
    languages: z.array(z.string()),
    greeting: LocalText.describe('By language.'),
    suggestions: z.record(z.string(), z.array(z.string())),
    keyId: z.string().describe('Names the storage of this key on the visitor’s device.'),
    ready: z.boolean().describe('False before a playbook is published.'),
    voice: z
      .union([
        z.object({
          languages: z.array(z.string()).describe('That can be spoken now.'),
          recording: z.boolean().describe('Ask whether the call may be recorded.'),
          notice: z.object({
            version: z.string().describe('Send it with the call: it names the words that were shown.'),
            text: LocalText.describe('By language; shown before the microphone is asked for.'),
          }),
        }),
        z.null(),
      ])
      .describe('null when nobody could answer a call now: show no microphone.'),
    look: WidgetLook,
  })
  .openapi('WidgetConfig')

export const NewVisitor = z
  .strictObject({
    identity: z
      .string()
      .max(4000)
      .optional()
      .describe('A JWT of the site about its signed-in user (HS256, kid, aud = tenant id, sub, exp ≤ 10 min).'),
    join: z
      .string()
      .max(4000)
      .optional()
      .describe('The access token of the anonymous visitor whose conversations this person takes along.'),
  })
  .openapi('NewVisitor')

export const VisitorTokens = z
  .object({
    visitorId: z.string(),
    accessToken: z.string().describe('Good for `expiresInMs`; keep it in memory only.'),
    expiresInMs: z.number().int(),
    refreshToken: z.string().describe('Good for 30 days, exchanged at each refresh.'),
  })
  .openapi('VisitorTokens')

export const Refresh = z.strictObject({ refreshToken: z.string().min(20).max(200) }).openapi('Refresh')
