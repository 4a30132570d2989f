import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Asked {
  messages: { role: string; content: string }[]
}

/** What the endpoint does with a request: streams these texts, or something worse. */
export type Script = (asked: Asked, response: ServerResponse) => void | Promise<void>

/** What the endpoint does when it is asked for vectors. */
export type Embed = (input: readonly string[], response: ServerResponse) => void

/** Vectors as the embeddings protocol answers them. */
export function vectors(response: ServerResponse, made: readonly (readonly number[])[]): void {
  const data = made.map((embedding, index) => ({ object: 'embedding', index, embedding }))
  const usage = { prompt_tokens: 1, total_tokens: 1 }
  response.writeHead(200, { 'content-type': 'application/json' })
  response.end(JSON.stringify({ object: 'list', data, model: 'scripted-vectors', usage }))
}

/** A local server that speaks the chat completions protocol and says what the test tells it to. */
export async function startScriptedModel() {
  let script: Script = (_asked, response) => stream(response, ['{"unknown": true}'])
  const asked: Asked[] = []
  let embed: Embed = (_input, response) => void response.writeHead(404).end('{}')
  const embedded: string[] = []
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const json: unknown = JSON.parse(Buffer.concat(parts).toString('utf8'))
      if (request.url?.endsWith('/embeddings') === true) {
        const { input } = json as { input: string[] }
        embedded.push(...input)
        return void embed(input, response)
      }
      const body = json as Asked
      asked.push(body)
      void script(body, response)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    /** Texts that vectors were asked for. */
    embedded,
    embeds(next: Embed): void {
      embed = next
    },
    plays(next: Script): void {
      script = next
      asked.length = 0
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

export function begin(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' })
}

export function chunk(response: ServerResponse, content: string): void {
  response.write(
    `data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', created: 1, model: 'scripted', choices: [{ index: 0, delta: { content }, finish_reason: null }] })}\n\n`,
  )
}

export function stream(
  response: ServerResponse,
  texts: readonly string[],
  usage = { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 },
): void {
  begin(response)
  for (const text of texts) chunk(response, text)
  const end = { id: 'c', object: 'chat.completion.chunk', created: 1, model: 'scripted' }
  response.write(`data: ${JSON.stringify({ ...end, choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] })}\n\n`)
  response.write(`data: ${JSON.stringify({ ...end, choices: [], usage })}\n\n`)
  response.end('data: [DONE]\n\n')
}

/** The passage reference that stands over this text in the prompt: `P3`. */
export function refOf(asked: Asked, text: string): string {
  const prompt = asked.messages.at(-1)?.content ?? ''
  const before = prompt.slice(0, prompt.indexOf(text))
  return [...before.matchAll(/\[(P\d+)\]/g)].at(-1)?.[1] ?? 'P0'
}
