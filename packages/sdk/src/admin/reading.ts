import { deadline } from '../clock.ts'
import { FoyerError } from '../errors.ts'
import type { Source } from '../generated/types.gen.ts'
import type { Asking, Caller } from './caller.ts'

export interface ReadWaiting extends Asking {
  /** Milliseconds in which the read must end; 15 minutes by default. */
  patienceMs?: number
}

/** The read of a source failed; `message` says why in plain words, `source` holds the counts. */
export class ReadError extends Error {
  readonly source: Source

  constructor(source: Source) {
    super(source.lastRead?.note || source.note || `"${source.name}" could not be read.`)
    this.name = 'ReadError'
    this.source = source
  }
}

const firstPauseMs = 150
const longestPauseMs = 2000

export async function* followRead(
  caller: Caller,
  sourceId: string,
  { signal, patienceMs = 900_000 }: ReadWaiting = {},
): AsyncGenerator<Source, void, undefined> {
  const limit = deadline(patienceMs, signal)
  let seen = ''
  try {
    for (let pauseMs = firstPauseMs; ;) {
      const source = await caller.get<Source>(
        `/v1/sources/${encodeURIComponent(sourceId)}`,
        {},
        { signal: limit.signal },
      )
      const now = JSON.stringify(source.lastRead)
      if (now !== seen) yield source
      if (isOver(source)) return
      // It is asked often while it moves, and less the longer it stands.
      pauseMs = now === seen ? Math.min(longestPauseMs, pauseMs * 1.5) : firstPauseMs
      seen = now
      await caller.http.clock.wait(pauseMs, limit.signal)
    }
  } catch (error) {
    if (!limit.signal.aborted || signal?.aborted === true) throw error
    throw new FoyerError(
      'timeout',
      `The read did not end within ${Math.round(patienceMs / 1000)} s. It goes on; look at the source later.`,
      { cause: error },
    )
  } finally {
    limit.clear()
  }
}

export async function waitForRead(
  caller: Caller,
  sourceId: string,
  { onProgress, ...waiting }: ReadWaiting & { onProgress?: (source: Source) => void } = {},
): Promise<Source> {
  let last: Source | undefined
  for await (const source of followRead(caller, sourceId, waiting)) {
    last = source
    onProgress?.(source)
  }
  if (last === undefined) throw new Error('a read was followed and nothing was seen')
  if (last.lastRead?.state === 'failed') throw new ReadError(last)
  return last
}

function isOver({ lastRead }: Source): boolean {
  return lastRead === null || lastRead.state === 'done' || lastRead.state === 'failed'
}
