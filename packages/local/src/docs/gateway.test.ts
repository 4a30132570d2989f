// What the phone's guide leads to: the files of examples/sip-gateway (one host, one key, one Redis, the ports that the guide
// tells to open), and the call that it plays.

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { ROOT } from '../launcher/places.ts'
import { readScenario } from '../phone/scenario.ts'

const folder = join(ROOT, 'examples/sip-gateway')
const text = (path: string) => readFile(path, 'utf8')
const yaml = async (name: string) => parse(await text(join(folder, name)))

test('the composed gateway has one key, one Redis that keeps its data, and versions that do not move', async () => {
  const [compose, livekit, sip] = [await yaml('compose.yaml'), await yaml('livekit.yaml'), await yaml('sip.yaml')]
  const { redis, ...others } = compose.services
  expect(Object.keys(others)).toEqual(['livekit', 'sip'])
  for (const service of Object.values<Record<string, unknown>>(compose.services))
    expect(service).toMatchObject({ network_mode: 'host', image: expect.stringMatching(/:v?\d+\.\d+/) })
  expect(redis).toMatchObject({ command: expect.stringContaining('--appendonly yes'), volumes: ['./redis:/data'] })
  expect(redis.command).toContain('--bind 127.0.0.1')
  const [, port] = /--port (\d+)/.exec(redis.command) ?? []
  expect([livekit.redis.address, sip.redis.address]).toEqual([`127.0.0.1:${port}`, `127.0.0.1:${port}`])
  expect(livekit.keys).toEqual({ [sip.api_key]: sip.api_secret })
  expect(sip.api_secret.length, 'livekit-server refuses a shorter one').toBeGreaterThanOrEqual(32)
  expect(livekit.webhook).toEqual({ api_key: sip.api_key, urls: [expect.stringMatching(/\/v1\/media\/webhooks$/)] })
  expect(sip.ws_url).toBe(`ws://127.0.0.1:${livekit.port}`)
  expect(livekit.room).toEqual({ auto_create: true })
  for (const [service, file] of [
    ['livekit', 'livekit.yaml'],
    ['sip', 'sip.yaml'],
  ] as const)
    expect(compose.services[service].volumes).toEqual([`./${file}:/etc/${file}:ro`])
  const built = await text(join(ROOT, 'packages/local/src/voice/livekit-server.ts'))
  expect(built, 'the version our own tests run').toContain(`'${compose.services.livekit.image.split(':')[1]}'`)
})

test('its ports are those that the guide, its README and the doctor tell to open', async () => {
  const [livekit, sip] = [await yaml('livekit.yaml'), await yaml('sip.yaml')]
  const range = sip.rtp_port.replace('-', '–')
  const readme = await text(join(folder, 'README.md'))
  expect(readme).toContain(`${livekit.rtc.tcp_port} TCP, ${livekit.rtc.udp_port} UDP`)
  for (const file of [
    join(ROOT, 'docs/guide/phone.md'),
    join(ROOT, 'packages/sdk/src/cli/doctor.ts'),
    join(folder, 'README.md'),
  ])
    for (const port of [String(sip.sip_port), range]) expect(await text(file), file).toContain(port)
})

test('the call that the guide and the doctor play asks what the example’s playbook answers', async () => {
  const path = 'examples/script-tag/call.yaml'
  for (const file of ['docs/guide/phone.md', 'packages/sdk/src/cli/doctor.ts'])
    expect(await text(join(ROOT, file)), file).toContain(`npm run call -- ${path}`)
  const said = readScenario(join(ROOT, path)).steps.flatMap((step) => ('says' in step ? [step.says] : []))
  const playbook = await text(join(ROOT, 'examples/script-tag/playbook.yaml'))
  expect(said.filter((words) => !playbook.includes(words))).toEqual([])
  expect(said).not.toEqual([])
})
