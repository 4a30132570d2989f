import { z } from '@hono/zod-openapi'

const colour = z
  .string()
  .regex(/^#[0-9a-f]{6}$/, 'must be a colour such as "#2f6f4e"')
  .or(z.literal(''))

const look = {
  accent: colour.describe('The one colour; the widget chooses black or white for the text on it. Empty for ours.'),
  corner: z.enum(['sharp', 'soft', 'round']),
  theme: z.enum(['auto', 'light', 'dark']).describe('`auto`: as the visitor’s device.'),
  launcher: z
    .partialRecord(z.enum(['en', 'es', 'ar']), z.string().trim().max(40))
    .describe('Words beside the launcher’s icon, by language; the icon alone where there are none.'),
}

/** What is stored with the assistant. What a site says on its own tag wins over it. */
export const WidgetLook = z.object(look).openapi('WidgetLook')
export const NewLook = z.strictObject(look).openapi('NewLook')
export const AssistantLook = z
  .object({ revision: z.number().int().describe('Send as `If-Match` with the next change.'), ...look })
  .openapi('AssistantLook')
