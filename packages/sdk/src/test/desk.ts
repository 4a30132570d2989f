import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocketServer } from 'ws'
import type { NewCall, WidgetConfig } from '../types.ts'
import { Calls } from './calls.ts'
import { Talk } from './talk.ts'

/** What goes wrong, once, with the next request of that name: a status, or the connection cut after so many events. */
type Fault = { on: string; status?: number; code?: string; retryAfter?: number; cutAfter?: number; stall?: boolean }

/** A small real server that speaks the visitor's part of the contract; for tests of the clients. */
export async function openDesk() {
  const talks = new Map<string, Talk>()
  const access = new Map<string, string>()
  const refreshes = new Map<string, string>()
  const tickets = new Map<string, string>()
  const requests: string[] = []
  const faults: Fault[] = []
  const ratings: unknown[] = []
  const leads: Record<string, string>[] = []
  const pace = { ms: 0 }
  const calls = new Calls()
  const config: WidgetConfig = structuredClone(defaultConfig)

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => refuse(response, 500, 'internal', String(error)))
  })
  const sockets = new WebSocketServer({
    server,
    handleProtocols: (given) => (given.has('foyer.v1') ? 'foyer.v1' : false),
  })
  sockets.on('connection', (socket, request) => {
    const url = new URL(request.url ?? '', 'http://desk')
    const ticket = /ticket\.([\w-]+)/.exec(request.headers['sec-websocket-protocol'] ?? '')?.[1] ?? ''
    const talk = talks.get(tickets.get(ticket) ?? '')
    tickets.delete(ticket)
    if (talk === undefined) return socket.close(4401, 'no such ticket')
    socket.send(JSON.stringify({ n: talk.n, type: 'hello', protocol: 1, conversationId: talk.record.id }))
    const stop = talk.listen(Number(url.searchParams.get('after') ?? 0), (event) => socket.send(JSON.stringify(event)))
    socket.on('close', stop)
  })

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader('access-control-allow-origin', '*')
    response.setHeader('access-control-allow-headers', 'authorization, content-type')
    response.setHeader('access-control-allow-methods', 'GET, POST')
    response.setHeader('access-control-max-age', '600')
    if (request.method === 'OPTIONS') return void response.writeHead(204).end()
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://desk')
    const name = `${request.method} ${pathname.replace(/(conv|trn|call)_[\w-]+/g, ':id')}`
    requests.push(name)
    const credential = (request.headers.authorization ?? '').slice(7)
    const body = await readJson(request)
    const fault = faults[0]?.on === name ? faults.shift() : undefined
    if (fault?.stall === true) return
    if (fault?.status === 0) return void request.socket.destroy()
    if (fault?.status !== undefined) {
      if (fault.retryAfter !== undefined) response.setHeader('retry-after', fault.retryAfter)
      return refuse(response, fault.status, fault.code ?? 'unavailable', 'Scripted.')
    }
    if (name === 'GET /v1/widget') return reply(response, 200, config)
    if (name === 'GET /v1/widget/look') return reply(response, 200, config.look)
    if (name === 'POST /v1/visitors') {
      const sub = subjectOf(body['identity'])
      const visitorId = sub === '' ? `vis_${randomUUID()}` : `vis_${sub}`
      const from = access.get(String(body['join']))
      for (const talk of talks.values()) if (talk.record.visitorId === from) talk.record.visitorId = visitorId
      return reply(response, 201, tokensFor(visitorId))
    }
    if (name === 'POST /v1/visitors/refresh') {
      const visitorId = refreshes.get(String(body['refreshToken']))
      refreshes.delete(String(body['refreshToken']))
      return visitorId === undefined
        ? refuse(response, 401, 'unauthenticated', 'Not known.')
        : reply(response, 200, tokensFor(visitorId))
    }
    const visitorId = access.get(credential)
    if (visitorId === undefined) return refuse(response, 401, 'token_expired', 'This token has run out.')
    if (name === 'POST /v1/conversations') {
      const talk = new Talk(visitorId, pace)
      talks.set(talk.record.id, talk)
      return reply(response, 201, talk.record)
    }
    if (name.endsWith('/trace-tickets'))
      return reply(response, 201, { ticket: 'tkt', url: '/trace#turn=trn_1&ticket=tkt' })
    const talk = talks.get(/conv_[\w-]+/.exec(pathname)?.[0] ?? '')
    if (talk === undefined || talk.record.visitorId !== visitorId)
      return refuse(response, 404, 'not_found', 'There is no such conversation here.')
    const door = `${request.method} ${pathname.split('/')[4] ?? ''}`
    switch (door) {
      case 'GET ':
        return reply(response, 200, talk.record)
      case 'GET messages':
        return reply(response, 200, { items: talk.messages, next: '' })
      case 'GET events':
        return reply(response, 200, talk.since(Number(searchParams.get('after') ?? 0)))
      case 'POST turns':
        if (talk.record.state === 'ended') return refuse(response, 409, 'conversation_ended', 'It has ended.')
        return talk.answer(body as { messageId: string; text: string }, response, fault?.cutAfter)
      case 'POST tickets': {
        const ticket = randomUUID()
        tickets.set(ticket, talk.record.id)
        return reply(response, 201, { ticket, expiresInMs: 30_000 })
      }
      case 'POST ratings':
        ratings.push(body)
        return void response.writeHead(204).end()
      case 'POST leads': {
        if (!body['phone'] && !body['email'])
          return refuse(response, 422, 'unprocessable', 'A phone number or an e-mail address is needed.', [
            { path: 'phone', message: 'needed' },
          ])
        const id = `lead_${String(body['messageId'])}`
        leads.push(body as Record<string, string>)
        talk.tell({ type: 'lead.left', leadId: id })
        return reply(response, 201, {
          ...body,
          id,
          conversationId: talk.record.id,
          createdAt: new Date().toISOString(),
        })
      }
      case 'GET calls':
      case 'POST calls':
        return atCall(request.method ?? '', pathname, body, response)
      case 'POST end':
        talk.record.state = 'ended'
        talk.tell({ type: 'conversation.ended' })
        return reply(response, 200, talk.record)
      default:
        return refuse(response, 404, 'not_found', 'No such door.')
    }
  }

  async function atCall(method: string, path: string, body: Record<string, unknown>, response: ServerResponse) {
    const [, id = '', verb = ''] = /calls(?:\/(call_[\w-]+))?(?:\/(\w+))?$/.exec(path) ?? []
    const call = calls.find(id)
    if (id === '' && method === 'POST')
      return reply(response, 201, await calls.open(/conv_[\w-]+/.exec(path)?.[0] ?? '', body as unknown as NewCall))
    if (call === undefined) return refuse(response, 404, 'not_found', 'There is no such call.')
    if (method === 'GET') return reply(response, 200, call.record)
    if (verb === 'end') return reply(response, 200, await calls.end(id, 'visitor_hung_up'))
    if (call.record.state === 'ended') return refuse(response, 410, 'call_ended', 'It has ended.')
    if (verb === 'join') return reply(response, 200, await calls.join(id))
    call.heard.push(body as { turnId: string; playedAt: string })
    return void response.writeHead(204).end()
  }

  function tokensFor(visitorId: string) {
    const [accessToken, refreshToken] = [`at.${randomUUID()}.x`, `rt_${randomUUID()}`]
    access.set(accessToken, visitorId)
    refreshes.set(refreshToken, visitorId)
    return { visitorId, accessToken, expiresInMs: 900_000, refreshToken }
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    config,
    requests,
    faults,
    ratings,
    leads,
    talks,
    calls,
    pace,
    count: (name: string) => requests.filter((request) => request === name).length,
    expireTokens: () => access.clear(),
    forgetVisitors: () => refreshes.clear(),
    dropSockets: () => sockets.clients.forEach((socket) => socket.terminate()),
    listeners: () => sockets.clients.size,
    async close() {
      sockets.clients.forEach((socket) => socket.terminate())
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export type Desk = Awaited<ReturnType<typeof openDesk>>

const defaultConfig: WidgetConfig = {
  mode: 'test',
  assistant: { id: 'ast_1', name: 'Ada' },
  business: { name: 'Saltbush Heating & Cooling', country: 'US', phone: '+15055550142' },
  languages: ['en', 'es', 'ar'],
  greeting: {
    en: "I'm {assistant}, the AI assistant of {business}. Ask me about prices or hours.",
    es: 'Soy {assistant}, la asistente de inteligencia artificial de {business}.',
    ar: 'أنا {assistant}، المساعد الآلي لشركة {business}.',
  },
  suggestions: {
    en: ['How much is a tune-up?', 'Are you open now?'],
    es: ['¿Cuánto cuesta una revisión?'],
    ar: ['كم سعر صيانة المكيف؟'],
  },
  keyId: 'key_1',
  ready: true,
  voice: null,
  look: { accent: '', corner: 'soft', theme: 'auto', launcher: {} },
}

async function readJson(request: IncomingMessage): Promise<Record<string, unknown>> {
  let text = ''
  for await (const part of request.setEncoding('utf8')) text += part
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>)
}

function reply(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

function refuse(
  response: ServerResponse,
  status: number,
  code: string,
  message: string,
  details: unknown[] = [],
): void {
  reply(response, status, { error: { code, message, requestId: 'req_1', docs: '', details } })
}

function subjectOf(jwt: unknown): string {
  if (typeof jwt !== 'string') return ''
  return String(JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString()).sub)
}
