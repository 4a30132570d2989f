import { describe, expect, test } from 'vitest'
import { directDoor } from './direct.ts'

const request = { method: 'GET', headers: { authorization: 'Bearer x' }, maxBytes: 1000, timeoutMs: 1000 } as const
const signal = new AbortController().signal

/** A door to a small world: URL → what stands there. */
function doorTo(world: Record<string, () => Response | Promise<Response>>) {
  const asked: { url: string; headers: Record<string, string> }[] = []
  const door = directDoor({
    ownHost: 'foyer.example',
    fetch: async (url, { headers }) => {
      asked.push({ url, headers: headers as Record<string, string> })
      return world[url]?.() ?? new Response('no', { status: 404 })
    },
  })
  return { asked, fetch: (url: string) => door.fetch({ ...request, url }, signal) }
}

const moved = (location: string) => () => new Response(null, { status: 302, headers: { location } })

describe('the door to the outside on Cloudflare', () => {
  test('follows redirects and says where they ended', async () => {
    const { fetch } = doorTo({
      'https://acme.com/': moved('/home'),
      'https://acme.com/home': () => new Response('Hello'),
    })
    const reply = await fetch('https://acme.com/')
    expect(reply).toMatchObject({ kind: 'reply', status: 200, finalUrl: 'https://acme.com/home' })
    expect(reply.kind === 'reply' && new TextDecoder().decode(reply.body)).toBe('Hello')
  })

  test.each([
    'http://127.0.0.1/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://10.1.2.3/',
    'http://[::1]/',
    'http://[::ffff:10.0.0.1]/',
    'http://[fd00::1]/',
    'http://169.254.169.254/',
    'http://localhost/',
    'http://db.internal/',
    'http://intranet/',
    'https://foyer.example/',
    'https://api.foyer.example/',
  ])('never asks %s, first or by redirect', async (url) => {
    const { asked, fetch } = doorTo({ 'https://acme.com/': moved(url) })
    expect(await fetch(url)).toMatchObject({ kind: 'refused', code: 'private-address' })
    expect(asked).toEqual([])
    expect(await fetch('https://acme.com/')).toMatchObject({
      kind: 'refused',
      code: 'private-address',
      message: expect.stringContaining('redirects'),
    })
    expect(asked).toHaveLength(1)
  })

  test.each(['ftp://acme.com/', 'https://acme.com:8443/', 'https://me:secret@acme.com/', 'nonsense'])(
    'refuses %s as no address to read',
    async (url) => {
      expect(await doorTo({}).fetch(url)).toMatchObject({ kind: 'refused', code: 'bad-url' })
    },
  )

  test('takes no credential along to another site', async () => {
    const { asked, fetch } = doorTo({
      'https://acme.com/': moved('https://other.com/'),
      'https://other.com/': () => new Response('Hello'),
    })
    await fetch('https://acme.com/')
    expect(asked.map(({ headers }) => headers['authorization'])).toEqual(['Bearer x', undefined])
  })

  test('leaves off at the size, the time and the number of redirects', async () => {
    const { fetch } = doorTo({
      'https://acme.com/big': () => new Response('x'.repeat(2000)),
      'https://acme.com/loop': moved('/loop'),
      'https://acme.com/broken': () => Promise.reject(new TypeError('fetch failed')),
      'https://acme.com/slow': () => Promise.reject(new DOMException('late', 'TimeoutError')),
    })
    expect(await fetch('https://acme.com/big')).toMatchObject({ code: 'too-large' })
    expect(await fetch('https://acme.com/loop')).toMatchObject({ code: 'too-many-redirects' })
    expect(await fetch('https://acme.com/broken')).toMatchObject({ code: 'unreachable' })
    expect(await fetch('https://acme.com/slow')).toMatchObject({ code: 'timeout' })
  })
})
