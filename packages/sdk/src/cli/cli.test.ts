import { createSocket } from 'node:dgram'
import { expect, test } from 'vitest'
import { runProgram, type Program } from './command.ts'

const program: Program = {
  name: 'foyer',
  purpose: 'For tests.',
  keyVariable: 'FOYER_KEY',
  keyWords: 'a secret key of the tenant (sk_…)',
  verbs: {
    ask: async () => (await import('./ask.ts')).verb,
    doctor: async () => (await import('./doctor.ts')).verb,
    keys: async () => (await import('./keys.ts')).verb,
    phone: async () => (await import('./phone.ts')).verb,
    people: async () => (await import('./people.ts')).verb,
    playbook: async () => (await import('./playbook.ts')).verb,
    usage: async () => (await import('./usage.ts')).verb,
  },
}

async function run(
  args: string[],
  { env = {}, replies = [] }: { env?: Record<string, string>; replies?: Response[] } = {},
) {
  const out: string[] = []
  const err: string[] = []
  const sent: unknown[] = []
  const fetch: typeof globalThis.fetch = async (_url, init) => {
    if (typeof init?.body === 'string') sent.push(JSON.parse(init.body))
    return replies.shift() ?? Promise.reject(new TypeError('no network'))
  }
  const world = {
    env: { FOYER_URL: 'https://foyer.test', FOYER_KEY: 'sk_test_1', ...env },
    out: (line: string) => void out.push(line),
    err: (line: string) => void err.push(line),
  }
  const code = await runProgram(program, args, { ...world, stdin: async () => '', fetch })
  return { code, out: out.join('\n'), err: err.join('\n'), sent }
}

test.each([
  [['nothing'], 'There is no "foyer nothing"'],
  [['constructor'], 'There is no "foyer constructor"'],
  [['ask'], 'Name the question.'],
  [['ask', 'How', 'much?'], 'Put it in quotes'],
  [['ask', 'Hello', '--loud'], '--loud'],
  [['keys', 'steal'], 'list, create, rotate or revoke'],
  [['keys', 'create', '--name', 'x', '--kind', 'golden'], '--kind is publishable'],
  [['phone', 'ring'], 'foyer phone trunks'],
  [['phone', 'add', '+15055550142'], '--trunk'],
  [['phone', 'search', '505'], '--area'],
  [['phone', 'release', '+15055550142', '--give-back', '--leave'], 'either'],
  [['doctor', '+15055550142'], '--call'],
  [['phone', 'add-trunk', '--name', 'x', '--username', 'desk'], 'standard input'],
  [['people', 'fire'], 'foyer people list'],
  [['people', 'add', '+15055550142'], '--name'],
  [['people', 'add', '+15055550142', '--name', 'Ann', '--hours', 'nine to five'], 'mon-fri 08:00-17:00'],
  [['people', 'add', '+15055550142', '--name', 'Ann', '--hours', 'fri-mon 08:00-17:00'], '"fri-mon"'],
  [['people', 'add-group', '--name', 'Desk', '--order', 'in_order'], 'by their ids'],
  [['people', 'add-group', 'per_1', '--name', 'Desk', '--order', 'any'], '--order is one of'],
  [['usage', '--from', 'yesterday'], '2026-11-30'],
])('%j is asked wrongly: exit code 2 and a sentence', async (args, words) => {
  const { code, out, err } = await run(args)
  expect(code).toBe(2)
  expect(out).toBe('')
  expect(err).toContain(words)
})

test('a missing or wrong environment says which variable holds what', async () => {
  expect(await run(['usage'], { env: { FOYER_URL: '' } })).toMatchObject({
    code: 2,
    err: expect.stringContaining('FOYER_URL'),
  })
  expect(await run(['usage'], { env: { FOYER_KEY: '' } })).toMatchObject({
    code: 2,
    err: expect.stringContaining('FOYER_KEY'),
  })
  expect((await run(['usage'], { env: { FOYER_KEY: 'pk_test_1' } })).err).toContain('publishable key')
})

test('a secret on the command line is refused, and not repeated', async () => {
  const { code, err } = await run(['ask', 'sk_live_0123456789abcdef'])
  expect(code).toBe(2)
  expect(err).toContain('FOYER_KEY')
  expect(err).not.toContain('sk_live_0123456789abcdef')
})

test('a refusal is exit code 1, in the words of the service, with the request to name', async () => {
  const problem = {
    error: { code: 'forbidden', message: 'This key may not do that.', requestId: 'req_7', docs: '', details: [] },
  }
  const { code, err } = await run(['usage'], { replies: [Response.json(problem, { status: 403 })] })
  expect(code).toBe(1)
  expect(err).toBe('This key may not do that.\n(forbidden, request req_7)')
})

test('a file that is not there is named', async () => {
  const { code, err } = await run(['playbook', 'put', 'nowhere.yaml'])
  expect(code).toBe(1)
  expect(err).toContain('nowhere.yaml')
})

test('help stands on stdout and is exit code 0, for the program and each verb', async () => {
  expect(await run(['--help'])).toMatchObject({ code: 0, err: '', out: expect.stringContaining('Exit codes') })
  for (const verb of Object.keys(program.verbs))
    expect(await run([verb, '--help'])).toMatchObject({ code: 0, out: expect.stringContaining(`foyer ${verb}`) })
  expect((await run([])).code).toBe(2)
})

test('--json prints one object a line and nothing else', async () => {
  const days = [{ day: '2026-11-20', turns: { semantic: 2 }, tokensIn: 0, tokensOut: 0, costMicros: 0 }]
  const { out, err } = await run(['usage', '--json'], { replies: [Response.json({ days })] })
  expect(JSON.parse(out)).toEqual(days[0])
  expect(err).toBe('')
})

test('hours are written as people do, and listed so', async () => {
  const person = {
    ...{ id: 'per_1', mode: 'test', name: 'Ann', number: '+15055550142', languages: ['en'], createdAt: '' },
    hours: [{ days: ['mon', 'tue', 'wed'], between: ['08:00', '17:00'] }, { between: ['22:00', '06:00'] }],
  }
  const hours = ['--hours', 'mon-wed 08:00-17:00', '--hours', '22:00-06:00']
  const added = await run(['people', 'add', person.number, '--name', 'Ann', '--lang', 'en', ...hours], {
    replies: [Response.json(person, { status: 201 })],
  })
  expect(added.err).toBe('')
  expect(added.sent).toEqual([{ name: 'Ann', number: person.number, languages: ['en'], hours: person.hours }])
  const { out } = await run(['people', 'list'], { replies: [Response.json({ items: [person], next: '' })] })
  expect(out).toContain('mon,tue,wed 08:00-17:00; 22:00-06:00')
})

test('the doctor says what is broken, why, and what now, and its exit code says it too', async () => {
  const carrier = createSocket('udp4', (_message, from) =>
    carrier.send('SIP/2.0 200 OK\r\n\r\n', from.port, from.address),
  )
  await new Promise<void>((resolve) => carrier.bind(0, '127.0.0.1', resolve))
  const sipAddress = `127.0.0.1:${carrier.address().port}`
  const trunk = { check: 'trunk', subject: 'Carrier', state: 'well', what: 'It stands.', next: '' }
  const off = { code: 'number_off', check: 'number', subject: '+15055550142', state: 'broken', what: 'It is off.' }
  const number = { ...off, next: 'Choose when.' }
  const examine = async (findings: object[], now: string, at = sipAddress) =>
    run(['doctor'], { replies: [Response.json({ now, mode: 'test', sipAddress: at, findings })] })
  const now = () => new Date().toISOString()
  try {
    const sick = await examine([trunk, number], now())
    expect(sick.code).toBe(1)
    expect(sick.out).toContain('✓ trunk Carrier: It stands.')
    const command = 'foyer phone answer +15055550142 --when always'
    expect(sick.out).toContain(`✗ number +15055550142: It is off.\n    now: Choose when.\n    by: ${command}`)
    expect(sick.err).toMatch(/^1 of \d+ are broken/)
    const healthy = await examine([trunk], now())
    expect(healthy).toMatchObject({ code: 0, err: '' })
    expect(healthy.out).toContain(`✓ ports ${sipAddress}: Something speaks SIP there.`)
    expect(healthy.out).toContain('SIP INFO with 405')
    const late = await examine([trunk], '2026-01-01T00:00:00Z', '')
    expect(late).toMatchObject({ code: 1, out: expect.stringMatching(/✗ clock this machine: .* differ by \d{4,}/) })
  } finally {
    carrier.close()
  }
})
