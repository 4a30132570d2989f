// LiveKit's own pipeline with its defaults, beside which ours is measured: batch recognition, a model, and a voice that
// waits for whole sentences. ROOM_URL and ROOM_TOKEN say where, SPEECH_URL who recognises, answers and speaks.

import { inference, initializeLogger, voice } from '@livekit/agents'
import * as openai from '@livekit/agents-plugin-openai'
import { Room } from '@livekit/rtc-node'

initializeLogger({ pretty: false, level: 'error' })
process.on('unhandledRejection', () => undefined)
const { ROOM_URL = '', ROOM_TOKEN = '', SPEECH_URL = '' } = process.env
const provider = { apiKey: 'none', baseURL: SPEECH_URL }

const room = new Room()
await room.connect(ROOM_URL, ROOM_TOKEN, { autoSubscribe: true, dynacast: false })
const session = new voice.AgentSession({
  stt: new openai.STT({ ...provider, model: 'whisper-1', useRealtime: false }),
  llm: new openai.LLM({ ...provider, model: 'simulated' }),
  tts: new openai.TTS({ ...provider, model: 'tts-1', voice: 'alloy' }),
  vad: new inference.VAD(),
  // By name: the default one calls a cloud when it can.
  turnHandling: { turnDetection: 'vad', interruption: { mode: 'vad' } },
})
await session.start({ agent: new voice.Agent({ instructions: 'Answer.' }), room, record: false })
process.send?.('ready')
