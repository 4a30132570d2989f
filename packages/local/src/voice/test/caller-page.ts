// Runs in the browser: somebody on a call, whose voice is WAV files and who writes down every sample that is heard.

import { Room, RoomEvent, Track, type RemoteTrack } from 'livekit-client'

const RATE = 16_000
const audio = new AudioContext({ sampleRate: RATE })
const mouth = audio.createMediaStreamDestination()
const room = new Room({ adaptiveStream: false, dynacast: false })
/** Samples of the assistant's track since the call began, and when they came (performance.now()). */
const heard: { at: number; samples: Float32Array }[] = []
const captions: string[] = []
/** What listens to the track of now: after a reconnection it is another one. */
let listening: AudioNode[] = []

/** Hands over 32 ms at a time. */
const tapCode = `registerProcessor('tap', class extends AudioWorkletProcessor {
  #buffer = new Float32Array(512)
  #filled = 0
  process([input]) {
    const samples = input[0] ?? new Float32Array(128)
    this.#buffer.set(samples, this.#filled)
    this.#filled += samples.length
    if (this.#filled < 512) return true
    this.port.postMessage({ at: currentTime, samples: this.#buffer.slice() })
    this.#filled = 0
    return true
  }
})`
const tapReady = audio.audioWorklet.addModule(URL.createObjectURL(new Blob([tapCode], { type: 'text/javascript' })))

room.on(RoomEvent.TrackSubscribed, (track: RemoteTrack) => {
  if (track.kind !== Track.Kind.Audio) return
  // Chromium decodes a remote track only while an element plays it.
  const element = track.attach()
  element.muted = true
  void element.play()
  const source = audio.createMediaStreamSource(new MediaStream([track.mediaStreamTrack]))
  const tap = new AudioWorkletNode(audio, 'tap')
  // The worklet's own clock counts samples: a page that is busy delays the message, not the time in it.
  let offset: number | undefined
  tap.port.onmessage = ({ data }: MessageEvent<{ at: number; samples: Float32Array }>) => {
    if (!listening.includes(tap)) return
    const late = performance.now() - data.at * 1000
    offset = offset === undefined ? late : Math.min(offset, late)
    heard.push({ at: data.at * 1000 + offset, samples: data.samples })
  }
  for (const old of listening) old.disconnect()
  listening = [source, tap]
  source.connect(tap).connect(audio.destination)
})
const caller = {
  async join(url: string, token: string): Promise<void> {
    room.registerTextStreamHandler(
      'lk.transcription',
      (reader) => void reader.readAll().then((text) => captions.push(text)),
    )
    await Promise.all([audio.resume(), tapReady])
    await room.connect(url, token)
    const [track] = mouth.stream.getAudioTracks()
    if (track !== undefined)
      await room.localParticipant.publishTrack(track, { source: Track.Source.Microphone, dtx: false })
  },
  /** Plays 16-bit mono PCM into the microphone. Resolves to when the last sample was played. */
  async say(pcm: string, rate: number): Promise<number> {
    const bytes = Uint8Array.from(atob(pcm), (char) => char.charCodeAt(0))
    const samples = new Int16Array(bytes.buffer)
    const buffer = audio.createBuffer(1, samples.length, rate)
    buffer.getChannelData(0).set(Float32Array.from(samples, (sample) => sample / 32768))
    const source = audio.createBufferSource()
    source.buffer = buffer
    source.connect(mouth)
    const ended = new Promise<void>((resolve) => (source.onended = () => resolve()))
    source.start()
    await ended
    return performance.now()
  },
  type: (text: string, messageId: string) =>
    room.localParticipant
      .sendText(text, { topic: 'lk.chat', attributes: { 'foyer.message_id': messageId } })
      .then(() => undefined),
  now: () => performance.now(),
  state: () => room.state,
  captions: () => captions,
  /** Loudness (RMS) of what was heard from then on, a value each 32 ms with its time. */
  levels: (from: number) =>
    heard
      .filter(({ at }) => at >= from)
      .map(({ at, samples }) => ({
        at,
        level: Math.sqrt(samples.reduce((sum, s) => sum + s * s, 0) / samples.length),
      })),
  /** What was heard between two times, as 16-bit mono PCM at 16 kHz. */
  heard(from: number, to: number): string {
    const parts = heard.filter(({ at }) => at >= from && at <= to)
    const samples = new Int16Array(parts.reduce((sum, { samples }) => sum + samples.length, 0))
    let at = 0
    for (const part of parts) {
      samples.set(
        Int16Array.from(part.samples, (sample) => Math.max(-1, Math.min(1, sample)) * 32767),
        at,
      )
      at += part.samples.length
    }
    const bytes = new Uint8Array(samples.buffer)
    let text = ''
    for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192))
    return btoa(text)
  },
  leave: () => room.disconnect(),
}

export type CallerPage = typeof caller
Object.assign(globalThis, { caller })
