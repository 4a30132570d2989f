import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What stands behind a tenant's own keys in the tests: a model's and a mail provider's endpoint that know these keys. */
export const goodKeys = {
  model: 'a-model-key-that-works',
  mail: 'a-mail-key-that-works',
  mailOnly: 'a-key-that-may-send',
}

/** Speaks as much of both protocols as checking a key needs; tells at `/asked` who asked for an answer, by key, and at `/prompts` with which words. */
export async function startScriptedServices() {
  const asked: string[] = []
  const prompts: string[] = []
  const server = createServer((request, response) => {
    const say = (status: number, body: object) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    }
    const key = (request.headers.authorization ?? '').slice('Bearer '.length)
    let body = ''
    request.on('data', (part: Buffer) => (body += part.toString()))
    request.on('end', () => {
      if (request.url === '/v1/chat/completions') prompts.push(body)
    })
    switch (`${request.method} ${request.url}`) {
      case 'GET /v1/models':
        return key === goodKeys.model ? say(200, { data: [{ id: 'small' }] }) : say(401, {})
      case 'POST /v1/chat/completions':
        asked.push(key)
        return say(400, { error: { message: 'scripted' } })
      case 'GET /domains':
        if (key === goodKeys.mailOnly) return say(401, { name: 'restricted_api_key' })
        return key === goodKeys.mail ? say(200, { data: [] }) : say(401, { name: 'validation_error' })
      case 'GET /prompts':
        return say(200, prompts)
      case 'GET /asked':
        return say(200, asked)
      default:
        return say(404, {})
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async (): Promise<void> => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
