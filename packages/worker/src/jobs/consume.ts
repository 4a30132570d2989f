import type { Job } from '../ports/queue.ts'
import { log } from '../shared/log.ts'

export interface Consumer {
  /** How its log lines are called: `job` gives `job.failed`. */
  name: string
  run(job: Job): Promise<void>
  /** Seconds before the first retry; they double with each, up to `mostS`. */
  firstS: number
  mostS: number
}

/** Each message is done and acknowledged, or comes again later; one that fails keeps none of the others back. */
export async function consume(batch: MessageBatch, { name, run, firstS, mostS }: Consumer): Promise<void> {
  for (const message of batch.messages) {
    try {
      await run(message.body as Job)
      message.ack()
    } catch (error) {
      log('error', `${name}.failed`, { attempts: message.attempts, pii: { reason: reasonOf(error) } })
      message.retry({ delaySeconds: Math.min(mostS, firstS * 2 ** message.attempts) })
    }
  }
}

function reasonOf(error: unknown): string {
  const said: string[] = []
  for (let at: unknown = error; at instanceof Error; at = at.cause) said.push(at.stack ?? at.message)
  return said.length === 0 ? String(error) : said.join('\ncaused by ').slice(0, 4000)
}
