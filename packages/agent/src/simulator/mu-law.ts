// G.711 µ-law (ITU-T G.711): what a phone line leaves of a voice, 8 kHz and 8 bits.

const BIAS = 0x84
const CLIP = 32_635

/** One sample as the byte that travels. */
export function toMuLaw(sample: number): number {
  const magnitude = Math.min(Math.abs(sample), CLIP) + BIAS
  const exponent = Math.max(0, Math.floor(Math.log2(magnitude)) - 7)
  const mantissa = (magnitude >> (exponent + 3)) & 0x0f
  return ~((sample < 0 ? 0x80 : 0) | (exponent << 4) | mantissa) & 0xff
}

export function fromMuLaw(byte: number): number {
  const bits = ~byte
  const magnitude = ((((bits & 0x0f) << 3) + BIAS) << ((bits >> 4) & 0x07)) - BIAS
  return (bits & 0x80) === 0 ? magnitude : -magnitude
}

/** 24 kHz as it was spoken → 8 kHz as it arrives. */
export function overTheLine(samples: Int16Array): Int16Array {
  const out = new Int16Array(Math.floor(samples.length / 3))
  for (let i = 0; i < out.length; i++) {
    const [a = 0, b = 0, c = 0] = samples.subarray(i * 3, i * 3 + 3)
    out[i] = fromMuLaw(toMuLaw(Math.round((a + b + c) / 3)))
  }
  return out
}
