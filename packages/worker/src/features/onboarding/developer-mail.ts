import type { z } from '@hono/zod-openapi'
import { and, eq, gte, sql } from 'drizzle-orm'
import { auditRow } from '../../core/audit.ts'
import { type Ctx, requireScope } from '../../core/ctx.ts'
import { audit } from '../../core/tables.ts'
import { query, withTenant } from '../../db/tenant.ts'
import { AppError, notFound } from '../../shared/errors.ts'
import { sha256 } from '../../shared/secret.ts'
import { dayMs } from '../../shared/time.ts'
import { publishableKeyWithHash } from '../keys/index.ts'
import { selectTenant } from '../tenants/index.ts'
import { builderSteps } from './builder-steps.ts'
import type { DeveloperMail } from './schema.ts'
import { snippetFor } from './snippet.ts'

const mostADay = 10
const mailed = 'snippet.mailed'

interface Letter {
  subject: (business: string) => string
  opening: (business: string) => string
  check: string
}

const letters: Record<'en' | 'es' | 'ar', Letter> = {
  en: {
    subject: (business) => `A line of code for the site of ${business}`,
    opening: (business) => `${business} asks you to put this on every page of their site:`,
    check: 'It draws a button in the corner and loads nothing else before it is pressed. The key in it is public.',
  },
  es: {
    subject: (business) => `Una línea de código para el sitio de ${business}`,
    opening: (business) => `${business} le pide que ponga esto en todas las páginas de su sitio:`,
    check: 'Dibuja un botón en la esquina y no carga nada más hasta que se pulsa. La clave que contiene es pública.',
  },
  ar: {
    subject: (business) => `سطر من الشيفرة لموقع ${business}`,
    opening: (business) => `تطلب منك ${business} وضع هذا في كل صفحات موقعها:`,
    check: 'يرسم زراً في الزاوية ولا يحمّل شيئاً آخر قبل الضغط عليه. المفتاح الذي فيه عام.',
  },
}

/** "Send to my developer": the snippet and the builder's steps, by mail. A few a day, so that it is nobody's mailing machine. */
export async function mailDeveloper(ctx: Ctx, input: z.output<typeof DeveloperMail>, signal: AbortSignal) {
  requireScope(ctx, 'tenant:write')
  const { to, lang, builder, key } = input
  const since = new Date(ctx.now().getTime() - dayMs)
  const [[tenant], [sent]] = await withTenant(ctx).batch(
    selectTenant(),
    query
      .select({ count: sql<number>`count(*)::int` })
      .from(audit)
      .where(and(eq(audit.action, mailed), gte(audit.createdAt, since))),
  )
  if (tenant === undefined) throw notFound('tenant')
  const [[own]] = await withTenant(ctx).batch(publishableKeyWithHash(await sha256(key)))
  if (own === undefined)
    throw new AppError('unprocessable', 'This key is not one of yours. Make one under Settings › Keys.')
  if ((sent?.count ?? 0) >= mostADay)
    throw new AppError('limit_reached', 'The snippet was mailed ten times today. Copy it and send it yourself.')
  const letter = letters[lang]
  const business = tenant.name.replace(/[\r\n]+/g, ' ')
  const { name, steps } = builderSteps[builder]
  const lines = [
    letter.opening(business),
    '',
    snippetFor(ctx.config.PUBLIC_URL, key),
    '',
    `${name}:`,
    ...steps[lang].map((step, at) => `${at + 1}. ${step}`),
    '',
    letter.check,
  ]
  await withTenant(ctx).batch(auditRow(ctx, mailed, own.id))
  await ctx.ports.email.send(
    {
      to,
      replyTo: tenant.notifyEmail,
      subject: letter.subject(business),
      text: lines.join('\n'),
      idempotencyKey: `${ctx.requestId} ${own.id}`,
    },
    signal,
  )
}
