import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findLivekitServer, startLivekitServer } from '../../../../local/src/voice/livekit-server.ts'
import { chooseVoice } from '../../../../local/src/voice/settings.ts'
import type { Media } from '../../ports/media.ts'
import { Secret } from '../../shared/secret.ts'
import { mediaContract } from './contract.ts'
import { liveKitMedia } from './media.ts'

const undo: (() => unknown)[] = []
const posted: { body: string; signature: string }[] = []
let media: Media

beforeAll(async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'foyer-media-'))
  undo.push(() => rm(dataDir, { recursive: true, force: true }))
  const hooks = createServer((request, response) => {
    void text(request).then((body) => {
      posted.push({ body, signature: request.headers.authorization ?? '' })
      response.end()
    })
  })
  await new Promise<void>((resolve) => hooks.listen(0, '127.0.0.1', resolve))
  undo.push(() => hooks.close())
  const settings = await chooseVoice({ livekitSecret: 'a secret that is long enough for it', agentKey: '' }, {})
  const binary = await findLivekitServer((line) => console.log(line))
  const webhookUrl = `http://127.0.0.1:${(hooks.address() as AddressInfo).port}/`
  const server = await startLivekitServer({ binary, settings, dataDir, webhookUrl, onCrash: () => undefined })
  undo.push(() => server.stop())
  const made = liveKitMedia({
    LIVEKIT_URL: settings.media.url,
    LIVEKIT_API_KEY: settings.apiKey,
    LIVEKIT_API_SECRET: new Secret(settings.apiSecret),
    LIVEKIT_AGENT_NAME: 'foyer',
  })
  if (made === null) throw new Error('no media server')
  media = made
})

afterAll(async () => {
  for (const each of undo.toReversed()) await each()
})

test.each(mediaContract)('livekit-server: %s', async (name, holds) => {
  await holds(media, `foyer-${name.replace(/\W+/g, '-')}`)
})

test('what livekit-server says of a room is heard by its signature, and by no other', async () => {
  await media.rooms.open('foyer-heard', { mostPeople: 3, emptyMs: 60_000 })
  const ofRoom = () => posted.find(({ body }) => body.includes('foyer-heard'))
  await expect.poll(ofRoom, { timeout: 20_000 }).toBeDefined()
  const { body = '', signature = '' } = ofRoom() ?? {}
  expect(await media.dispatch.hear(body, signature)).toEqual({ room: 'foyer-heard', kind: 'room-started', who: null })
  expect(await media.dispatch.hear(`${body} `, signature)).toBeNull()
  expect(await media.dispatch.hear(body, `${signature}x`)).toBeNull()
})
