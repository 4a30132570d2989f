import type { z } from '@hono/zod-openapi'
import { eq } from 'drizzle-orm'
import { auditRow } from '../../core/audit.ts'
import { type Ctx, requireScope } from '../../core/ctx.ts'
import { isLostRace, violatedConstraint } from '../../db/conflict.ts'
import { expectWritten } from '../../db/expect.ts'
import { withTenant } from '../../db/tenant.ts'
import { AppError, notFound } from '../../shared/errors.ts'
import { newId } from '../../shared/ids.ts'
import { toPage } from '../../web/page.ts'
import { assistants, insertAssistant, selectLocations } from '../tenants/index.ts'
import { lint, openTrained, train } from './compile.ts'
import type { NewAssistant, PlaybookDocument } from './schema.ts'
import { readStored } from './stored.ts'
import * as store from './store.ts'
import { putScenarioVectors } from './vectors.ts'

type AssistantRow = typeof assistants.$inferSelect

export async function listAssistants(ctx: Ctx, page: { after: string; limit: number }) {
  requireScope(ctx, 'playbook:read')
  const [rows] = await withTenant(ctx).batch(store.selectAssistants(page.after, page.limit))
  return toPage(rows, page.limit, (row) => ({ ...row, createdAt: row.createdAt.toISOString() }))
}

export async function createAssistant(ctx: Ctx, input: z.output<typeof NewAssistant>) {
  requireScope(ctx, 'playbook:write')
  const [locations] = await withTenant(ctx).batch(selectLocations())
  const location = locations.find((candidate) => input.locationId === undefined || candidate.id === input.locationId)
  if (location === undefined) throw notFound('location')
  const id = newId('assistant')
  await withTenant(ctx).batch(
    insertAssistant({ id, name: input.name, locationId: location.id }),
    auditRow(ctx, 'assistant.created', id),
  )
  return { id, name: input.name, locationId: location.id, publishedNumber: null, createdAt: ctx.now().toISOString() }
}

export async function getDraft(ctx: Ctx, assistantId: string) {
  requireScope(ctx, 'playbook:read')
  return presentDraft(await findAssistant(ctx, assistantId))
}

export async function putDraft(ctx: Ctx, assistantId: string, playbook: PlaybookDocument, ifMatch: string | null) {
  requireScope(ctx, 'playbook:write')
  const assistant = await findAssistant(ctx, assistantId)
  const seen = ifMatch === null ? Number.NaN : Number(ifMatch.replaceAll('"', ''))
  if (!Number.isInteger(seen)) {
    throw new AppError(
      'bad_request',
      `Send the revision you have seen as If-Match (it is ${assistant.draftRevision} now), so that nobody's change is overwritten unseen.`,
    )
  }
  const [[changed]] = await withTenant(ctx)
    .batch(
      store.updateDraft(assistantId, playbook, seen),
      expectWritten(assistants, eq(assistants.id, assistantId)),
      auditRow(ctx, 'playbook.drafted', assistantId, { revision: seen + 1 }),
    )
    .catch((error: unknown) => {
      if (!isLostRace(error)) throw error
      throw new AppError(
        'revision_conflict',
        `The draft is at revision ${assistant.draftRevision}, not ${seen}: somebody changed it meanwhile. Get it, bring your change over, and put it again.`,
      )
    })
  if (changed === undefined) throw notFound('assistant')
  return presentDraft(changed)
}

export async function publish(ctx: Ctx, assistantId: string, note: string) {
  requireScope(ctx, 'playbook:write')
  const assistant = await findAssistant(ctx, assistantId)
  if (assistant.draftRevision === 0) throw new AppError('no_draft', 'There is no draft to publish yet. Put one first.')
  const playbook = readStored(assistant.draft)
  const id = newId('playbookVersion')
  const row = { id, assistantId, document: playbook, model: train(playbook), note }
  await putScenarioVectors(ctx, id, playbook)
  const [[version]] = await withTenant(ctx)
    .batch(
      store.insertVersion(row),
      store.pointAt(assistantId, id),
      auditRow(ctx, 'playbook.published', id, { assistantId }),
    )
    .catch((error: unknown) => {
      if (violatedConstraint(error) !== 'playbook_versions_number') throw error
      throw new AppError(
        'conflict',
        'Somebody else published at the same moment. Look at their version, then publish again.',
      )
    })
  if (version === undefined) throw new Error('a version that was just published cannot be read')
  return { ...presentVersion(version, id), findings: lint(playbook) }
}

export async function listVersions(ctx: Ctx, assistantId: string, page: { after: string; limit: number }) {
  requireScope(ctx, 'playbook:read')
  const assistant = await findAssistant(ctx, assistantId)
  const [rows] = await withTenant(ctx).batch(store.selectVersions(assistantId, page.after, page.limit))
  return toPage(rows, page.limit, (row) => presentVersion(row, assistant.publishedVersionId))
}

export async function getVersion(ctx: Ctx, assistantId: string, number: number) {
  requireScope(ctx, 'playbook:read')
  const assistant = await findAssistant(ctx, assistantId)
  const [[version]] = await withTenant(ctx).batch(store.selectVersion(assistantId, number))
  if (version === undefined) throw notFound('playbook version')
  return { ...presentVersion(version, assistant.publishedVersionId), playbook: readStored(version.document) }
}

export async function restore(ctx: Ctx, assistantId: string, number: number) {
  requireScope(ctx, 'playbook:write')
  const { playbook } = await getVersion(ctx, assistantId, number)
  const assistant = await findAssistant(ctx, assistantId)
  return putDraft(ctx, assistantId, playbook, String(assistant.draftRevision))
}

/** The draft as it would answer if it were published now. */
export async function draftOf(ctx: Ctx, assistantId: string) {
  requireScope(ctx, 'playbook:read')
  const assistant = await findAssistant(ctx, assistantId)
  if (assistant.draftRevision === 0) throw new AppError('no_draft', 'There is no draft to try yet. Put one first.')
  const document = readStored(assistant.draft)
  return { document, scenarios: openTrained(train(document)) }
}

export async function findAssistant(ctx: Ctx, assistantId: string): Promise<AssistantRow> {
  const [[assistant]] = await withTenant(ctx).batch(store.selectAssistant(assistantId))
  if (assistant === undefined) throw notFound('assistant')
  return assistant
}

function presentDraft(row: AssistantRow) {
  return {
    assistantId: row.id,
    revision: row.draftRevision,
    playbook: row.draftRevision === 0 ? null : readStored(row.draft),
  }
}

function presentVersion(
  row: { id: string; assistantId: string; number: number; note: string; createdAt: Date },
  published: string | null,
) {
  const { id, assistantId, number, note } = row
  return { id, assistantId, number, note, published: id === published, createdAt: row.createdAt.toISOString() }
}
