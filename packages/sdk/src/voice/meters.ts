type Who = 'microphone' | 'assistant'

export interface Meters {
  watch(who: Who, track: MediaStreamTrack | undefined): void
  /** How loud it is now, 0 to 1, and how many milliseconds ago the sound in sight began (0 when there is none). */
  read(who: Who): { level: number; ageMs: number }
  close(): void
}

const floorDb = -55
const audible = 0.01

/** Measures tracks with one AudioContext; where there is none, everything is silent. */
export function createMeters(): Meters {
  const context = 'AudioContext' in globalThis ? new AudioContext() : undefined
  const taps = new Map<Who, { source: MediaStreamAudioSourceNode; analyser: AnalyserNode }>()
  const samples = new Float32Array(2048)
  return {
    watch(who, track) {
      taps.get(who)?.source.disconnect()
      taps.delete(who)
      if (context === undefined || track === undefined) return
      void context.resume().catch(() => {})
      const source = context.createMediaStreamSource(new MediaStream([track]))
      const analyser = new AnalyserNode(context, { fftSize: samples.length })
      source.connect(analyser)
      taps.set(who, { source, analyser })
    },
    read(who) {
      const tap = taps.get(who)
      if (context === undefined || tap === undefined) return { level: 0, ageMs: 0 }
      tap.analyser.getFloatTimeDomainData(samples)
      const first = samples.findIndex((sample) => Math.abs(sample) > audible)
      const ageMs = first < 0 ? 0 : ((samples.length - first) / context.sampleRate) * 1000
      return { level: loudness(samples), ageMs }
    },
    close() {
      for (const tap of taps.values()) tap.source.disconnect()
      taps.clear()
      void context?.close().catch(() => {})
    },
  }
}

/** Root mean square in decibels, from the floor (0) to −10 dB (1): where speech lives. */
function loudness(samples: Float32Array): number {
  let sum = 0
  for (const sample of samples) sum += sample * sample
  const decibels = 10 * Math.log10(sum / samples.length + 1e-12)
  return Math.min(1, Math.max(0, (decibels - floorDb) / (-10 - floorDb)))
}
