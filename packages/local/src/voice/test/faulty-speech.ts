import { createServer, request as ask } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Fault = 'none' | 'refuses' | 'stalls'

/** Stands before a speech server and breaks what it is told to, for each of two names of it: `/first/v1`, `/second/v1`. */
export async function openFaultySpeech(port: number) {
  const faults = { recognition: { first: 'none', second: 'none' }, voice: { first: 'none', second: 'none' } } as Record<
    'recognition' | 'voice',
    Record<'first' | 'second', Fault>
  >
  /** What every sound is recognised as while it is set: the test recogniser has to guess a sentence out of a cough. */
  const injected: { words?: string } = {}
  const server = createServer((request, response) => {
    const [, name = '', ...rest] = (request.url ?? '').split('/')
    const what = rest.includes('speech') ? 'voice' : 'recognition'
    const fault = faults[what][name === 'second' ? 'second' : 'first']
    if (fault === 'stalls') return
    if (fault === 'refuses') return void response.writeHead(500).end()
    if (what === 'recognition' && injected.words !== undefined) {
      request.resume()
      return void response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify({ text: injected.words }))
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
      for (const what of Object.values(faults)) Object.assign(what, { first: 'none', second: 'none' })
    },
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
