import type { z } from '@hono/zod-openapi'
import { eq } from 'drizzle-orm'
import { type Ctx, requireScope } from '../../core/ctx.ts'
import { query, withTenant } from '../../db/tenant.ts'
import { notFound } from '../../shared/errors.ts'
import type { LocationFacts } from '../../engine/location-facts.ts'
import { noticeText, noticeVersion, voiceOffer } from '../calls/index.ts'
import { readLook } from '../look/index.ts'
import { loadKnowledge } from '../knowledge/index.ts'
import { type PlaybookDocument, playbookVersions } from '../playbook/index.ts'
import { assistants, selectTenant } from '../tenants/index.ts'
import type { WidgetConfig } from './schema.ts'

/** What the widget shows before the first word. Reads, never writes. */
export async function widgetConfig(ctx: Ctx): Promise<z.infer<typeof WidgetConfig>> {
  requireScope(ctx, 'visitor:enter')
  const wanted = ctx.door.assistantId
  const [[tenant], [assistant], versions] = await withTenant(ctx).batch(
    selectTenant(),
    query
      .select()
      .from(assistants)
      .where(wanted === null ? undefined : eq(assistants.id, wanted))
      .orderBy(assistants.id)
      .limit(1),
    query
      .select({
        id: playbookVersions.id,
        document: playbookVersions.document,
        assistantId: playbookVersions.assistantId,
      })
      .from(playbookVersions)
      .innerJoin(assistants, eq(assistants.publishedVersionId, playbookVersions.id)),
  )
  if (tenant === undefined || assistant === undefined) throw notFound('assistant')
  const playbook = versions.find((version) => version.id === assistant.publishedVersionId)?.document as
    | PlaybookDocument
    | undefined
  const { facts } = await loadKnowledge(ctx, tenant.knowledgeRevision)
  const keyId = 'keyId' in ctx.principal ? ctx.principal.keyId : ''
  return {
    mode: ctx.mode,
    assistant: { id: assistant.id, name: assistant.name },
    business: { name: tenant.name, country: tenant.country, phone: mainPhone(facts) },
    languages: playbook?.languages ?? ['en'],
    greeting: filled(playbook?.greeting ?? {}, assistant.name, tenant.name),
    suggestions: filledLists(playbook?.suggestions ?? {}),
    keyId,
    ready: playbook !== undefined,
    voice: await voiceOf(ctx, playbook),
    look: readLook(assistant.look),
  }
}

async function voiceOf(ctx: Ctx, playbook: PlaybookDocument | undefined) {
  const offer = await voiceOffer(ctx, playbook)
  if (offer.kind === 'none') return null
  const recording = playbook?.recording.enabled ?? false
  return { languages: offer.languages, recording, notice: { version: noticeVersion, text: noticeText(recording) } }
}

function mainPhone(facts: readonly LocationFacts[]): string {
  const phones = facts.flatMap((location) => location.phones.map((phone) => phone.value))
  return (phones.find((phone) => phone.use === 'main') ?? phones[0])?.number ?? ''
}

function filled(wording: Partial<Record<string, string>>, assistant: string, business: string): Record<string, string> {
  const put = (text: string) => text.replaceAll('{assistant}', assistant).replaceAll('{business}', business)
  return Object.fromEntries(
    Object.entries(wording).flatMap(([lang, text]) => (text === undefined ? [] : [[lang, put(text)]])),
  )
}

function filledLists(lists: Partial<Record<string, string[]>>): Record<string, string[]> {
  return Object.fromEntries(Object.entries(lists).flatMap(([lang, list]) => (list === undefined ? [] : [[lang, list]])))
}
