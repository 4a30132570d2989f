import { resampled } from './voice.ts'

/** The samples of a WAV file of 16-bit mono sound, at another rate. @throws Error when it is something else */
export function readWav(file: Buffer, rate: number): Int16Array {
  const data = file.indexOf('data')
  const isOurs = file.toString('latin1', 0, 4) === 'RIFF' && data > 0
  if (!isOurs || file.readUInt16LE(22) !== 1 || file.readUInt16LE(34) !== 16)
    throw new Error('A sound file must be WAV, 16 bits, mono.')
  const from = data + 8
  const length = Math.min(file.readUInt32LE(data + 4), file.length - from) & ~1
  const samples = new Int16Array(file.buffer.slice(file.byteOffset + from, file.byteOffset + from + length))
  return resampled(samples, file.readUInt32LE(24), rate)
}
