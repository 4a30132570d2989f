// A tone that nobody's voice and no music of ours has: where it is heard, and where it is not, is plain.

const HZ = 1900
/** A frame of which it is so much is the tone, and not something else beside it. */
const MOSTLY = 0.6
const LOUD = 1000

export function tone(ms: number, rate: number): Int16Array {
  return Int16Array.from({ length: (ms / 1000) * rate }, (_, at) => 8000 * Math.sin((2 * Math.PI * HZ * at) / rate))
}

/** How long the tone was heard, in ms. */
export class ToneEar {
  readonly #rate: number
  heardMs = 0

  constructor(rate: number) {
    this.#rate = rate
  }

  /** Goertzel's algorithm: the part of a frame's power that is at the tone's frequency. */
  hear(samples: Int16Array): void {
    const twice = 2 * Math.cos((2 * Math.PI * HZ) / this.#rate)
    let [power, last, before] = [0, 0, 0]
    for (const sample of samples) {
      power += sample * sample
      ;[last, before] = [sample + twice * last - before, last]
    }
    const at = (2 * (last * last + before * before - twice * last * before)) / samples.length
    if (Math.sqrt(power / samples.length) > LOUD && at > MOSTLY * power)
      this.heardMs += (samples.length / this.#rate) * 1000
  }
}
