import type { StreamEvent } from './types.ts'

/** The data lines of an event stream (WHATWG HTML § 9.2), parsed; comments and fields we do not use are passed over. */
export async function* readEvents(response: Response, heard: () => void): AsyncGenerator<StreamEvent, void, undefined> {
  if (response.body === null) return
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  let data = ''
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      heard()
      const lines = (rest + value).split(/\r\n|\n|\r(?!$)/)
      rest = lines.pop() ?? ''
      for (const line of lines) {
        if (line.startsWith('data:')) data += (data === '' ? '' : '\n') + line.slice(line[5] === ' ' ? 6 : 5)
        if (line !== '' || data === '') continue
        const event = JSON.parse(data) as StreamEvent
        data = ''
        yield event
      }
    }
  } finally {
    await reader.cancel().catch(() => {})
  }
}
