import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ask } from '../launcher/ask-child.ts'
import { offlineEnvironment } from '../launcher/environment.ts'
import { Part } from '../launcher/part.ts'
import type { TestVoice } from '../speech/install.ts'
import type { SpeechReply, SpeechRequest } from '../speech/process.ts'
import { TEST_VOICE_LABEL } from '../speech/label.ts'

const PROCESS = fileURLToPath(new URL('../speech/process.ts', import.meta.url))
const LEASH = fileURLToPath(new URL('../launcher/leash.mjs', import.meta.url))

/** True when the person's environment already names somebody who hears and speaks. */
export const hasOwnSpeech = (environment: Record<string, string | undefined> = process.env): boolean =>
  !!environment['SPEECH_BASE_URL'] ||
  (!!environment['DEEPGRAM_API_KEY'] && (!!environment['ELEVENLABS_API_KEY'] || !!environment['CARTESIA_API_KEY']))

/** How an agent finds the test voice. */
export const testSpeechVars = (port: number): Record<string, string> => ({
  SPEECH_BASE_URL: `http://127.0.0.1:${port}/v1`,
  SPEECH_LANGUAGES: 'en',
  SPEECH_LABEL: TEST_VOICE_LABEL,
})

export type SpeechChoice = { voice: TestVoice; port: number; dataDir: string; onCrash: (name: string) => void }

export async function startTestSpeech({ voice, port, dataDir, onCrash }: SpeechChoice): Promise<Part> {
  const part = new Part({
    name: 'speech',
    args: ['--disable-warning=ExperimentalWarning', '--import', LEASH, PROCESS],
    env: offlineEnvironment(),
    logDir: join(dataDir, 'log'),
    awaken: async (child) => void (await ask<SpeechRequest, SpeechReply>(child, { kind: 'open', port, voice })),
    onCrash,
  })
  await part.start()
  return part
}
