// Runs in the browser: a mouth that plays what a test says, and ears that write down every sample that is heard.

const RATE = 16_000
const audio = new AudioContext({ sampleRate: RATE })
/** The microphone: what is said comes out of it. */
export const mouth = audio.createMediaStreamDestination()
// A microphone is never quite silent and never stops. Without this no packet is sent between two utterances, and those who
// hear take the gap for a bad network: they delay what follows by up to a second.
const hiss = audio.createBufferSource()
hiss.buffer = audio.createBuffer(1, RATE, RATE)
hiss.buffer.copyToChannel(
  Float32Array.from({ length: RATE }, () => (Math.random() * 16 - 8) / 32_768),
  0,
)
hiss.loop = true
hiss.connect(mouth)
hiss.start()
/** Samples that were heard since the beginning, and when they came (performance.now()). */
const heard: { at: number; level: number; samples: Float32Array }[] = []
/** Held, so that nobody takes them away while they play. */
const playing: HTMLAudioElement[] = []

/** Samples of one level: 16 ms. */
const STEP = 256
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

/** Both can be used from then on. */
export const awake = (): Promise<unknown> => Promise.all([audio.resume(), tapReady])

let ears: AudioNode | undefined

/** All that is listened to is heard at once: after a reconnection it is another track, and the one before is silent. */
export function listenTo(track: MediaStreamTrack): void {
  if (track.kind !== 'audio') return
  const stream = new MediaStream([track])
  // Chromium decodes a remote track only while an element plays it.
  const element = new Audio()
  element.srcObject = stream
  element.muted = true
  void element.play()
  playing.push(element)
  audio.createMediaStreamSource(stream).connect((ears ??= openEars()))
}

function openEars(): AudioNode {
  const tap = new AudioWorkletNode(audio, 'tap')
  // The worklet's own clock counts samples: a page that is busy delays the message, not the time in it. But it drifts,
  // seconds within minutes where no sound card paces it: so it is set by the promptest message of the last five seconds.
  const behind: number[] = []
  tap.port.onmessage = ({ data }: MessageEvent<{ at: number; samples: Float32Array }>) => {
    behind.push(performance.now() - data.at * 1000)
    if (behind.length > 156) behind.shift()
    const end = data.at * 1000 + Math.min(...behind)
    for (let from = 0; from < data.samples.length; from += STEP) {
      const samples = data.samples.subarray(from, from + STEP)
      const at = end - ((data.samples.length - from - STEP) / RATE) * 1000
      heard.push({ at, level: Math.sqrt(samples.reduce((sum, s) => sum + s * s, 0) / STEP), samples })
    }
  }
  tap.connect(audio.destination)
  return tap
}

export const head = {
  now: () => performance.now(),
  /** What `now` counts from, in ms since 1970. */
  origin: () => performance.timeOrigin,
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
  /** Loudness (RMS) of what was heard from then on, a value each 16 ms with the time at its end. */
  levels: (from: number) => heard.filter(({ at }) => at >= from).map(({ at, level }) => ({ at, level })),
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
}

export type HeadPage = typeof head
