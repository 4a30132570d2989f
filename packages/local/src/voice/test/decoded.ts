import { chromium } from 'playwright-core'
import { findBrowser } from '../../browser.ts'

/** Loudness of both sides of a stereo recording, a value each tenth of a second, as a browser plays it. */
export async function decoded(recording: Uint8Array): Promise<{ left: number[]; right: number[] }> {
  const { executablePath, args } = await findBrowser()
  const browser = await chromium.launch({ executablePath, args })
  try {
    const page = await browser.newPage()
    return await page.evaluate(async (base64) => {
      const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))
      const played = await new OfflineAudioContext(2, 1, 16_000).decodeAudioData(bytes.buffer)
      const side = (channel: number): number[] => {
        const samples = played.getChannelData(channel)
        return Array.from({ length: Math.floor(samples.length / 1600) }, (_, n) =>
          Math.sqrt(samples.subarray(n * 1600, (n + 1) * 1600).reduce((sum, s) => sum + s * s, 0) / 1600),
        )
      }
      return { left: side(0), right: side(1) }
    }, Buffer.from(recording).toString('base64'))
  } finally {
    await browser.close()
  }
}
