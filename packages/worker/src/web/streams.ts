interface Numbered {
  n: number
  type: string
}

/**
 * Server-sent events (WHATWG HTML § 9.2): `id` is the event's number. `begin` is given `send` and `end`, and returns what
 * to do when the reader has gone.
 */
export function eventStream(
  begin: (send: (event: Numbered) => void, end: () => void) => (() => void) | void,
): Response {
  const encoder = new TextEncoder()
  let stop: (() => void) | void
  let open = true
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const end = () => {
        if (!open) return
        open = false
        stop?.()
        controller.close()
      }
      stop = begin((event) => {
        if (open)
          controller.enqueue(encoder.encode(`id: ${event.n}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`))
      }, end)
      if (!open) stop?.()
    },
    cancel() {
      open = false
      stop?.()
    },
  })
  return new Response(body, {
    headers: { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' },
  })
}
