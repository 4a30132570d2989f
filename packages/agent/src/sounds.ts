// What a caller hears while somebody is fetched: made here, so that it belongs to nobody else.

import { RATE } from './mouth.ts'

const LOUDNESS = 1600
/** Samples in which a tone comes and goes, so that it does not click. */
const EDGE = RATE / 100

/** A second and a half of a soft broken chord, over and over in four harmonies: twelve seconds. */
export function holdMusic(): Int16Array {
  const roots = [261.63, 220, 174.61, 196]
  const steps = [1, 1.25, 1.5, 2, 1.5, 1.25]
  const note = RATE / 2
  const out = new Int16Array(roots.length * steps.length * note)
  let at = 0
  for (const root of roots)
    for (const step of steps) {
      for (let i = 0; i < note; i++) {
        const fade = Math.min(1, i / EDGE) * Math.exp(-i / (note * 0.6))
        const phase = (2 * Math.PI * root * step * i) / RATE
        out[at++] = LOUDNESS * fade * (Math.sin(phase) + 0.3 * Math.sin(2 * phase))
      }
    }
  return out
}

/** It rings at the other end: two seconds of it, four of none (ITU-T E.180, as in North America). */
export function ringingTone(): Int16Array {
  const [on, whole] = [2 * RATE, 6 * RATE]
  return Int16Array.from({ length: whole }, (_, i) => {
    if (i >= on) return 0
    const edge = Math.min(1, i / EDGE, (on - i) / EDGE)
    const at = (2 * Math.PI * i) / RATE
    return (LOUDNESS / 2) * edge * (Math.sin(440 * at) + Math.sin(480 * at))
  })
}
