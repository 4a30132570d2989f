import { afterAll, beforeAll, test } from 'vitest'
import { freePort } from '../../../../local/src/launcher/ports.ts'
import { startScriptedMedia } from '../../../../local/src/test/scripted-media.ts'
import type { Media } from '../../ports/media.ts'
import { Secret } from '../../shared/secret.ts'
import { mediaContract } from './contract.ts'
import { liveKitMedia } from './media.ts'

let server: Awaited<ReturnType<typeof startScriptedMedia>>
let media: Media | null
beforeAll(async () => {
  server = await startScriptedMedia(await freePort())
  media = liveKitMedia({
    LIVEKIT_URL: server.url,
    LIVEKIT_API_KEY: 'foyer',
    LIVEKIT_API_SECRET: new Secret('a secret that is long enough for it'),
    LIVEKIT_AGENT_NAME: 'foyer',
  })
})
afterAll(() => server.close())

test.each(mediaContract)('the stand-in of the media server: %s', async (name, holds) => {
  if (media === null) throw new Error('no media server')
  await holds(media, `foyer-${name.replace(/\W+/g, '-')}`)
})
