import { freePort } from '../../launcher/ports.ts'
import { installTestVoice } from '../../speech/install.ts'
import { startTestSpeech, testSpeechVars } from '../speech-part.ts'
import { openFaultySpeech } from './faulty-speech.ts'
import { tongueAt, type Tongue } from './stage.ts'

export type TestSpeech = {
  /** Stands between the agent and the test voice. */
  speech: Awaited<ReturnType<typeof openFaultySpeech>>
  tongue: Tongue
  /** How an agent finds it. */
  vars: Record<string, string>
  close(): Promise<void>
}

/** The test voice and recogniser, behind what can break them; logs go to `dataDir`. */
export async function openTestSpeech(dataDir: string): Promise<TestSpeech> {
  const port = await freePort()
  const voice = await installTestVoice(console.log)
  const part = await startTestSpeech({ voice, port, dataDir, onCrash: () => undefined })
  const speech = await openFaultySpeech(port)
  return {
    speech,
    tongue: tongueAt(`http://127.0.0.1:${port}/v1`),
    vars: { ...testSpeechVars(port), SPEECH_BASE_URL: speech.first },
    async close() {
      speech.close()
      await part.stop()
    },
  }
}
