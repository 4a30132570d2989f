import type {
  Document,
  DocumentHistory,
  DocumentVersion,
  Fact,
  FactChange,
  FactPage,
  Finding,
  FindingChange,
  NewQuestion,
  NewSource,
  Page as SitePage,
  Question,
  QuestionChange,
  QuestionImport,
  Read,
  Revision,
  Source,
  SourceChange,
} from '../generated/types.gen.ts'
import type { Asking, Caller, Changing } from './caller.ts'
import { listOf, type Paging } from './list.ts'
import { followRead, type ReadWaiting, waitForRead } from './reading.ts'

type Of<Kind extends NewSource['kind']> = Omit<Extract<NewSource, { kind: Kind }>, 'kind'>

export interface NewFile {
  /** Name or relative path; its ending says what it is (PDF, DOCX, Markdown, HTML, text, CSV). A known name is replaced. */
  name: string
  /** At most 20 MB. A `Blob` from `openAsBlob` (node:fs) or a `Bun.file` is streamed, never held in memory. */
  data: Blob | Uint8Array<ArrayBuffer> | string
  /** Media type; `application/octet-stream` when left out. */
  type?: string
}

const uploadMs = 120_000

/** What the tenant has taught. Reading begins at once; wait for it with `waitForRead`. */
export function sourcesOf(caller: Caller) {
  const at = (sourceId: string, rest = '') => `/v1/sources/${encodeURIComponent(sourceId)}${rest}`
  const add = (source: NewSource, options: Changing = {}) => caller.post<Source>('/v1/sources', source, options)
  return {
    addSite: (url: string, { signal, idempotencyKey, ...site }: Omit<Of<'site'>, 'url'> & Changing = {}) =>
      add({ kind: 'site', url, ...site }, { signal, ...(idempotencyKey === undefined ? {} : { idempotencyKey }) }),
    addText: (text: Of<'text'>, options?: Changing) => add({ kind: 'text', ...text }, options),
    addQuestions: (questions: Of<'questions'>, options?: Changing) => add({ kind: 'questions', ...questions }, options),
    upload: ({ name, data, type }: NewFile, options: Changing = {}) =>
      caller.upload<Source>(
        '/v1/files',
        { name },
        { type: type ?? 'application/octet-stream', data },
        { ...options, timeoutMs: uploadMs },
      ),
    list: (paging?: Paging) => listOf<Source>(caller, '/v1/sources', paging),
    get: (sourceId: string, options: Asking = {}) => caller.get<Source>(at(sourceId), {}, options),
    /** Every page that was met and what became of it, with the reason when it was skipped. */
    pages: (sourceId: string, { state, ...paging }: Paging & { state?: SitePage['state'] } = {}) =>
      listOf<SitePage>(caller, at(sourceId, '/pages'), paging, { state }),
    /** Which pages are read and how often; refused with `revision_conflict` when somebody changed it since `revision`. */
    change: (sourceId: string, change: SourceChange, revision: number, options: Asking = {}) =>
      caller.patch<Source>(at(sourceId), change, { ...options, ifMatch: revision }),
    /** Reads it again now; only what changed becomes new. */
    read: (sourceId: string, options: Changing = {}) =>
      caller.post<NonNullable<Read>>(at(sourceId, '/read'), undefined, options),
    /** Forgets it; old quotes can still be shown. */
    remove: (sourceId: string, options: Asking = {}) => caller.delete<void>(at(sourceId), options),
    /** The source whenever its read has moved on, up to its end. */
    followRead: (sourceId: string, options?: ReadWaiting) => followRead(caller, sourceId, options),
    /** @throws ReadError when nothing could be read; FoyerError `timeout` after `patienceMs`. */
    waitForRead: (sourceId: string, options?: ReadWaiting & { onProgress?: (source: Source) => void }) =>
      waitForRead(caller, sourceId, options),
  }
}

/** What is known about the tenant's locations: hours, prices, phones, areas, …: proposed from what was read, or confirmed. */
export function factsOf(caller: Caller) {
  return {
    list: ({ locationId, state, ...paging }: Paging & { locationId?: string; state?: Fact['state'] } = {}) =>
      listOf<Fact>(caller, '/v1/facts', paging, { locationId, state }),
    /** Confirms, rejects and adds in one step. */
    change: async (change: FactChange, options: Changing = {}): Promise<Fact[]> =>
      (await caller.post<FactPage>('/v1/facts', change, options)).items,
  }
}

/** Questions with the owner's own answers, kept one by one. */
export function questionsOf(caller: Caller) {
  const at = (questionId: string) => `/v1/questions/${encodeURIComponent(questionId)}`
  return {
    list: ({ find, ...paging }: Paging & { find?: string } = {}) =>
      listOf<Question>(caller, '/v1/questions', paging, { find }),
    add: (question: NewQuestion, options: Changing = {}) => caller.post<Question>('/v1/questions', question, options),
    /** Refused with `revision_conflict` when somebody changed it since `revision`. */
    change: (questionId: string, change: QuestionChange, revision: number, options: Asking = {}) =>
      caller.patch<Question>(at(questionId), change, { ...options, ifMatch: revision }),
    remove: (questionId: string, options: Asking = {}) => caller.delete<void>(at(questionId), options),
    /** A CSV of `question,answer[,further wordings…]`, 10,000 rows at most; rows that do not fit are named by line. */
    import: (csv: Blob | string, options: Changing = {}) =>
      caller.upload<QuestionImport>(
        '/v1/questions/import',
        {},
        { type: 'text/csv', data: csv },
        { ...options, timeoutMs: uploadMs },
      ),
  }
}

/** What to look at in what was taught: contradictions, pages grown old, dead links. Found with each revision. */
export function findingsOf(caller: Caller) {
  return {
    /** Newest first; the open ones when no state is named. */
    list: ({ state, ...paging }: Paging & { state?: Finding['state'] } = {}) =>
      listOf<Finding>(caller, '/v1/knowledge/findings', paging, { state }),
    /** `resolved`: put right, and it comes back if it is found again. `dismissed`: no fault, never shown again. */
    close: (findingId: string, state: FindingChange['state'], options: Asking = {}) =>
      caller.patch<Finding>(`/v1/knowledge/findings/${encodeURIComponent(findingId)}`, { state }, options),
  }
}

export function documentsOf(caller: Caller) {
  return {
    list: ({ sourceId, ...paging }: Paging & { sourceId?: string } = {}) =>
      listOf<Document>(caller, '/v1/documents', paging, { sourceId }),
    /** Its versions, and the answers that were given on its word. */
    get: (documentId: string, options: Asking = {}) =>
      caller.get<DocumentHistory>(`/v1/documents/${encodeURIComponent(documentId)}`, {}, options),
    /** The text a quote was taken from: `text.slice(quote.start, quote.end) === quote.text`. */
    version: (versionId: string, options: Asking = {}) =>
      caller.get<DocumentVersion>(`/v1/documents/versions/${encodeURIComponent(versionId)}`, {}, options),
    /** States of the knowledge, newest first. */
    revisions: (paging?: Paging) => listOf<Revision>(caller, '/v1/revisions', paging),
  }
}
