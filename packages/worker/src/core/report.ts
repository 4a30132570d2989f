import type { Config } from '../shared/config.ts'

/**
 * Tells an error tracker that speaks Sentry's envelope protocol (https://develop.sentry.dev/sdk/data-model/envelopes/)
 * of a bug. Off without SENTRY_DSN. Only the kind of error, where in our code, and the request id leave: an error's
 * message may hold what a visitor said, so it stays.
 */
export async function reportError(config: Config, error: unknown, requestId: string, now: Date): Promise<void> {
  if (config.SENTRY_DSN === undefined) return
  const dsn = new URL(config.SENTRY_DSN.reveal())
  const project = dsn.pathname.slice(1)
  const eventId = crypto.randomUUID().replaceAll('-', '')
  const event = {
    event_id: eventId,
    timestamp: now.toISOString(),
    platform: 'javascript',
    level: 'error',
    tags: { request_id: requestId },
    exception: {
      values: [{ type: error instanceof Error ? error.name : 'Unknown', stacktrace: { frames: framesOf(error) } }],
    },
  }
  const envelope = [{ event_id: eventId, sent_at: now.toISOString() }, { type: 'event' }, event]
    .map((part) => JSON.stringify(part))
    .join('\n')
  // A tracker that is down must not become a second error.
  await fetch(`${dsn.protocol}//${dsn.host}/api/${project}/envelope/`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-sentry-envelope',
      'x-sentry-auth': `Sentry sentry_version=7, sentry_key=${dsn.username}, sentry_client=foyer/1`,
    },
    body: envelope,
    signal: AbortSignal.timeout(3000),
  }).catch(() => undefined)
}

/** Oldest call first, as the protocol wants it. */
function framesOf(error: unknown): { function: string; filename: string; lineno: number; colno: number }[] {
  const lines = error instanceof Error ? (error.stack ?? '').split('\n') : []
  return lines
    .flatMap((line) => {
      const [, name = '?', file = '', row = '0', column = '0'] =
        /^\s*at (?:(.+?) \()?(.+?):(\d+):(\d+)\)?$/.exec(line) ?? []
      return file === '' ? [] : [{ function: name, filename: file, lineno: Number(row), colno: Number(column) }]
    })
    .toReversed()
    .slice(-50)
}
