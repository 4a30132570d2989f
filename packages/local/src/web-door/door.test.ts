import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, expect, test } from 'vitest'
import { openWebDoor, type OpenDoor } from './door.ts'
import type { Resolve } from './judge.ts'

const SECRET = 'door-secret'
const open: (Server | OpenDoor)[] = []
afterEach(async () => {
  for (const each of open.splice(0)) {
    if ('closeAllConnections' in each) each.closeAllConnections()
    await each.close()
  }
})

async function site(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  open.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

async function door(
  loopbackOrigins: string[],
  resolve?: Resolve,
): Promise<(url: string, more?: object) => Promise<Answer>> {
  const opened = await openWebDoor({ secret: SECRET, loopbackOrigins, ...(resolve && { resolve }) })
  open.push(opened)
  return async (url, more = {}) => {
    const body = JSON.stringify({
      url,
      method: 'GET',
      headers: {},
      maxBytes: 100_000,
      timeoutMs: 2000,
      loopback: true,
      ...more,
    })
    const response = await fetch(`http://127.0.0.1:${opened.port}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${SECRET}` },
      body,
    })
    if (response.status !== 200) return { code: `${response.status}`, ...((await response.json()) as object) }
    return {
      ...JSON.parse(decodeURIComponent(response.headers.get('x-door-reply') ?? '')),
      text: await response.text(),
    }
  }
}
type Answer = {
  code?: string
  message?: string
  status?: number
  finalUrl?: string
  redirects?: string[]
  headers?: Record<string, string>
  text?: string
}

test('a loopback site that the person named is read, decoded, with its headers', async () => {
  const url = await site((_, response) =>
    response
      .writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip', 'set-cookie': 'a=1' })
      .end(gzipSync('<p>Tune-ups cost $89</p>')),
  )
  const read = await door([url])
  const answer = await read(`${url}/prices`)
  expect(answer).toMatchObject({
    status: 200,
    finalUrl: `${url}/prices`,
    text: '<p>Tune-ups cost $89</p>',
    headers: { 'content-type': 'text/html' },
  })
  expect(answer.headers).not.toHaveProperty('content-encoding')
  expect(answer.headers).not.toHaveProperty('set-cookie')
})

test('the same site is refused when nobody named it, and when the caller may not use loopback', async () => {
  const url = await site((_, response) => response.end('secret'))
  expect(await (await door([]))(url)).toMatchObject({ code: 'bad-url' })
  expect(await (await door([url]))(url, { loopback: false })).toMatchObject({ code: 'bad-url' })
})

test('without the secret the door stays shut', async () => {
  const opened = await openWebDoor({ secret: SECRET, loopbackOrigins: [] })
  open.push(opened)
  for (const authorization of ['', 'Bearer wrong']) {
    const response = await fetch(`http://127.0.0.1:${opened.port}`, {
      method: 'POST',
      headers: { authorization },
      body: '{}',
    })
    expect(response.status).toBe(401)
  }
})

test.each([
  'http://127.0.0.1/',
  'http://127.1/',
  'http://2130706433/',
  'http://0x7f.0.0.1/',
  'http://0177.0.0.1/',
  'http://0/',
  'http://[::1]/',
  'http://[::ffff:127.0.0.1]/',
  'http://[::ffff:7f00:1]/',
  'http://localhost/',
  'http://169.254.169.254/latest/meta-data/',
  'http://[fd00:ec2::254]/',
  'http://10.0.0.1/',
])('%s is refused as private', async (url) => {
  expect(await (await door([]))(url)).toMatchObject({ code: 'private-address' })
})

test.each([
  'ftp://example.com/',
  'file:///etc/passwd',
  'http://user:pass@example.com/',
  'http://example.com:8080/',
  'not a url',
])('%s is refused as an address', async (url) => {
  expect(await (await door([]))(url)).toMatchObject({ code: 'bad-url' })
})

test('a name that leads to a public and to a private address is refused', async () => {
  const read = await door([], async () => [
    { address: '93.184.216.34', family: 4 },
    { address: '10.0.0.7', family: 4 },
  ])
  const answer = await read('http://split.example/')
  expect(answer.code).toBe('private-address')
  expect(answer.message).toContain('10.0.0.7')
})

test('a name is asked once for each hop, and its next answer, private by then, is judged anew', async () => {
  const asked: string[] = []
  const url = await site((request, response) =>
    request.url === '/again' ? response.writeHead(302, { location: '/' }).end() : response.end('ours'),
  )
  const named = url.replace('127.0.0.1', 'rebind.example')
  const read = await door([named], async (name) => {
    asked.push(name)
    return [{ address: asked.length % 2 === 1 ? '127.0.0.1' : '10.0.0.1', family: 4 }]
  })
  expect(await read(named)).toMatchObject({ text: 'ours' })
  expect(asked).toEqual(['rebind.example'])
  asked.pop()
  expect(await read(`${named}/again`)).toMatchObject({ code: 'private-address' })
  expect(asked).toHaveLength(2)
})

test('a redirect is judged again: to a private address, to another port, to another protocol', async () => {
  const targets = ['http://10.0.0.1/', 'http://127.0.0.1:1/', 'file:///etc/passwd', 'http://169.254.169.254/']
  const url = await site((request, response) =>
    response.writeHead(302, { location: targets[Number(request.url?.slice(1))] }).end(),
  )
  const read = await door([url])
  for (const [at] of targets.entries()) {
    const answer = await read(`${url}/${at}`)
    expect(['private-address', 'bad-url']).toContain(answer.code)
    expect(answer.message).toContain('It redirects to')
  }
})

test('redirects are followed five times, tell their chain, and lose credentials at another origin', async () => {
  const seen: (string | undefined)[] = []
  const other = await site((request, response) => {
    seen.push(request.headers.authorization)
    response.end('there')
  })
  const url = await site((request, response) => {
    const step = Number(new URL(request.url ?? '/', 'http://x').searchParams.get('n'))
    response.writeHead(301, { location: step === 0 ? other : `/?n=${step - 1}` }).end()
  })
  const read = await door([url, other])
  const answer = await read(`${url}/?n=4`, { headers: { authorization: 'Bearer theirs' } })
  expect(answer).toMatchObject({ text: 'there', finalUrl: `${other}/` })
  expect(answer.redirects).toHaveLength(5)
  expect(seen).toEqual([undefined])
  expect(await read(`${url}/?n=5`)).toMatchObject({ code: 'too-many-redirects' })
})

test('a body larger than asked for is refused, plain and as a gzip bomb', async () => {
  const bomb = gzipSync(Buffer.alloc(20_000_000))
  const url = await site((request, response) => {
    if (request.url === '/bomb') response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb)
    else response.end(Buffer.alloc(200_000))
  })
  const read = await door([url])
  expect(bomb.length).toBeLessThan(100_000)
  expect(await read(`${url}/bomb`)).toMatchObject({ code: 'too-large' })
  expect(await read(`${url}/big`)).toMatchObject({ code: 'too-large' })
})

test('a body that drips is cut off in time', async () => {
  const url = await site((_, response) => {
    const timer = setInterval(() => response.write('.'), 20)
    response.on('close', () => clearInterval(timer))
  })
  const started = Date.now()
  expect(await (await door([url]))(url, { timeoutMs: 200 })).toMatchObject({ code: 'timeout' })
  expect(Date.now() - started).toBeLessThan(1500)
})

test('what is sent arrives whole, and is not sent on to a redirect', async () => {
  const url = await site((request, response) => {
    if (request.url === '/moved') return response.writeHead(307, { location: '/' }).end()
    return request.pipe(response)
  })
  const read = await door([url])
  const body = Buffer.from('{"a":"é"}').toString('base64')
  expect(await read(url, { method: 'POST', body })).toMatchObject({ status: 200, text: '{"a":"é"}' })
  expect(await read(`${url}/moved`, { method: 'POST', body })).toMatchObject({ code: 'too-many-redirects' })
})

test('a site that is down, a broken encoding and an unknown name are told apart in words', async () => {
  const url = await site((_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('not gzip'))
  const read = await door([url, 'http://127.0.0.1:1'], async () =>
    Promise.reject(Object.assign(new Error('x'), { code: 'ENOTFOUND' })),
  )
  expect(await read('http://127.0.0.1:1/')).toMatchObject({
    code: 'unreachable',
    message: 'Nobody answers at 127.0.0.1:1.',
  })
  expect((await read(url)).message).toContain('not a proper web answer')
  expect((await read('http://nowhere.example/')).message).toBe('nowhere.example could not be found.')
})
