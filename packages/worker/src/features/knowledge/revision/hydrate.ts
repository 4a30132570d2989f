import type { ReadPage } from '../../../engine/facts/index.ts'
import type { Passage } from '../../../engine/passage.ts'
import type { StoredPassage } from './stage.ts'
import type { documentVersions } from '../table.ts'

/** A document version as the engine reads it: each passage is cut from the version's own text. */
export function hydrate(version: typeof documentVersions.$inferSelect, url: string): ReadPage {
  const { documentId, id: versionId, title, lang, text } = version
  const passages = (version.passages as StoredPassage[]).map((stored, at): Passage => ({
    ...stored,
    id: `${versionId}.${at}`,
    documentId,
    versionId,
    url,
    title,
    text: text.slice(stored.start, stored.end),
  }))
  return { documentId, versionId, url, title, lang, text, passages, structured: version.structured as unknown[] }
}
