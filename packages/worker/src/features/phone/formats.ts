import { z } from '@hono/zod-openapi'

export const e164 = z.string().regex(/^\+[1-9]\d{6,14}$/, 'must be E.164, such as +15055550142')
export const lang = z.string().regex(/^[a-z]{2,3}$/, 'must be a language such as "en"')
export const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as "17:30"')
