import { z } from '@hono/zod-openapi'
import { isTimeZone } from '../../shared/time.ts'
import { pageOf } from '../../web/operation.ts'

export const Mode = z.enum(['test', 'live']).openapi('Mode')
export const countryCode = z.string().regex(/^[A-Z]{2}$/, 'must be an ISO 3166-1 code such as "US"')
export const timeZone = z.string().max(60).refine(isTimeZone, 'must be an IANA zone such as "America/Denver"')

/** `https://example.com`, with a port when it has one; http only on loopback. */
export const origin = z
  .string()
  .max(200)
  .refine(isOrigin, 'must be an origin such as "https://example.com", without a path')
  .openapi({ example: 'https://example.com' })

export const Location = z
  .object({
    id: z.string(),
    name: z.string(),
    timeZone: z.string(),
    country: z.string(),
    region: z.string().describe('ISO 3166-2 without the country, such as "NM"; empty when it was not given.'),
  })
  .openapi('Location')

const locationFields = {
  name: z.string().trim().min(1).max(120),
  timeZone,
  country: countryCode,
  region: z
    .union([z.literal(''), z.string().regex(/^[A-Z0-9]{1,3}$/, 'must be ISO 3166-2 without the country, such as "NM"')])
    .optional()
    .describe('State or province; what the law of recording goes by.'),
}

export const NewLocation = z.strictObject(locationFields).openapi('NewLocation')
export const LocationChange = NewLocation.partial().openapi('LocationChange')

export const Tenant = z
  .object({
    id: z.string(),
    slug: z.string(),
    name: z.string(),
    country: z.string(),
    region: z.string(),
    mode: Mode,
    notifyEmail: z.string(),
    spendCapMicros: z.number().int().describe('Model spend allowed a calendar month, in millionths of a US dollar.'),
    retention: z.object({
      conversationDays: z.number().int(),
      traceDays: z.number().int(),
      auditDays: z.number().int(),
      recordingDays: z.number().int().describe('Of calls; never longer than their conversation.'),
    }),
    knowledgeRevision: z.number().int().describe('The newest complete state of what was taught; 0 before the first.'),
    deleteAfter: z.iso.datetime().nullable().describe('When everything is deleted, if that was asked for.'),
    createdAt: z.iso.datetime(),
  })
  .openapi('Tenant')

export const TenantSummary = z
  .object({
    id: z.string(),
    slug: z.string(),
    name: z.string(),
    country: z.string(),
    mode: Mode,
    createdAt: z.iso.datetime(),
  })
  .openapi('TenantSummary')

export const TenantPage = pageOf(TenantSummary, 'TenantPage')

export const NewTenant = z
  .strictObject({
    slug: z
      .string()
      .regex(/^[a-z][a-z0-9-]{1,48}[a-z0-9]$/, 'must be 3 to 50 of a–z, 0–9 and "-", beginning with a letter'),
    name: z.string().trim().min(1).max(120),
    country: countryCode,
    mode: Mode.default('test'),
    region: z.enum(['auto', 'eu', 'us']).default('auto'),
    notifyEmail: z.email().or(z.literal('')).default(''),
    location: z.strictObject({ name: z.string().trim().min(1).max(120), timeZone }),
    assistant: z.strictObject({ name: z.string().trim().min(1).max(60) }),
    origins: z.array(origin).max(50).default([]),
  })
  .openapi('NewTenant')

export const TenantChange = z
  .strictObject({
    name: z.string().trim().min(1).max(120),
    country: countryCode,
    notifyEmail: z.email().or(z.literal('')),
    spendCapMicros: z.number().int().min(0).max(1_000_000_000),
    retention: z.strictObject({
      conversationDays: z.number().int().min(1).max(3650),
      traceDays: z.number().int().min(1).max(3650),
      auditDays: z.number().int().min(30).max(3650),
      recordingDays: z.number().int().min(1).max(3650).default(30),
    }),
  })
  .partial()
  .openapi('TenantChange')

export const Origins = z.strictObject({ origins: z.array(origin).max(50) }).openapi('Origins')

export const AuditEntry = z
  .object({
    id: z.string(),
    at: z.iso.datetime(),
    actor: z.string(),
    actorName: z.string().describe('Of a person; empty for a key, the operator and the system.'),
    action: z.string(),
    target: z.string(),
    targetName: z.string().describe('When the target is a person.'),
    requestId: z.string(),
    details: z.record(z.string(), z.unknown()),
  })
  .openapi('AuditEntry')

export const AuditPage = pageOf(AuditEntry, 'AuditPage')

function isOrigin(value: string): boolean {
  if (!URL.canParse(value)) return false
  const url = new URL(value)
  const loopback = /^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname)
  return url.origin === value && (url.protocol === 'https:' || (url.protocol === 'http:' && loopback))
}
