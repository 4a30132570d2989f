import { createServer, type IncomingMessage, request as ask, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Fault = 'none' | 'refuses' | 'stalls'

/**
 * What every sound is recognised as while it is set, as it may depend on its length: the test recogniser knows English
 * only, and has to guess a sentence out of a cough.
 */
export type Injected = { words?: string | ((seconds: number) => string); lang?: string }

/** Stands before a speech server and breaks what it is told to, for each of two names of it: `/first/v1`, `/second/v1`. */
export async function openFaultySpeech(port: number) {
  const faults = { recognition: { first: 'none', second: 'none' }, voice: { first: 'none', second: 'none' } } as Record<
    'recognition' | 'voice',
    Record<'first' | 'second', Fault>
  >
  const injected: Injected = {}
  const server = createServer((request, response) => {
    const [, name = '', ...rest] = (request.url ?? '').split('/')
    const what = rest.includes('speech') ? 'voice' : 'recognition'
    const fault = faults[what][name === 'second' ? 'second' : 'first']
    if (fault === 'stalls') return
    if (fault === 'refuses') return void response.writeHead(500).end()
    if (what === 'recognition' && injected.words !== undefined) {
      return void recogniseAs(injected, request, response)
    }
    const onward = ask(
      { host: '127.0.0.1', port, path: `/${rest.join('/')}`, method: request.method, headers: request.headers },
      (answer) => {
        response.writeHead(answer.statusCode ?? 500, answer.headers)
        answer.pipe(response)
      },
    )
    onward.on('error', () => response.destroy())
    response.once('close', () => onward.destroy())
    request.pipe(onward)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    faults,
    injected,
    first: `${url}/first/v1`,
    second: `${url}/second/v1`,
    heal: () => {
      delete injected.words
      delete injected.lang
      for (const what of Object.values(faults)) Object.assign(what, { first: 'none', second: 'none' })
    },
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** A WAV of 16 kHz and 16 bits, and some hundred bytes around it. */
const bytesASecond = 32_000

async function recogniseAs({ words, lang }: Injected, request: IncomingMessage, response: ServerResponse) {
  let bytes = 0
  for await (const chunk of request as AsyncIterable<Buffer>) bytes += chunk.length
  const text = typeof words === 'function' ? words(bytes / bytesASecond) : words
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ text, language: lang }))
}
