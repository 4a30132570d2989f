import { pathToFileURL } from 'node:url'

export const RATE = 24_000

type Espeak = (options: { arguments: string[] }) => Promise<{ FS: { readFile(path: string): Uint8Array } }>

const VOICES: Record<string, string> = { en: 'en-us', es: 'es-419', ar: 'ar' }

/** A robot's voice for the language of the words: 24 kHz, 16 bits, mono. `speed` 1 is 165 words a minute. */
export async function robotVoice(module: string): Promise<(text: string, speed: number) => Promise<Int16Array>> {
  const { default: espeak } = (await import(pathToFileURL(module).href)) as { default: Espeak }
  return async (text, speed) => {
    const pace = String(Math.round(165 * Math.min(Math.max(speed, 0.5), 2)))
    const made = await espeak({
      arguments: ['-v', VOICES[languageOf(text)] ?? 'en-us', '-s', pace, '-w', 'said.wav', text],
    })
    return resampled(pcmOf(made.FS.readFile('said.wav')), 22_050, RATE)
  }
}

const languageOf = (text: string): string =>
  /\p{Script=Arabic}/u.test(text) ? 'ar' : /[ñáéíóú¿¡]|\b(el|la|los|usted|gracias|hola|por)\b/i.test(text) ? 'es' : 'en'

function pcmOf(wav: Uint8Array): Int16Array {
  const bytes = wav.slice(44)
  return new Int16Array(bytes.buffer, 0, bytes.length >> 1)
}

/** Linear interpolation: good enough for a robot. */
export function resampled(samples: Int16Array, from: number, to: number): Int16Array {
  const out = new Int16Array(Math.floor((samples.length * to) / from))
  for (let i = 0; i < out.length; i++) {
    const at = (i * from) / to
    const left = Math.floor(at)
    const a = samples[left] ?? 0
    out[i] = a + ((samples[left + 1] ?? a) - a) * (at - left)
  }
  return out
}
