import type { IncomingMessage } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { Writable, type Transform } from 'node:stream'
import { Refusal } from './request.ts'

/** The decoded body. What counts is its size after decompression, so that a small bomb is noticed while it swells. */
export async function readBody(response: IncomingMessage, maxBytes: number, signal: AbortSignal): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  const collect = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      size += chunk.length
      if (size > maxBytes)
        return done(new Refusal('too-large', `It is larger than the ${inWords(maxBytes)} that we read at most.`))
      chunks.push(chunk)
      done()
    },
  })
  const steps = (response.headers['content-encoding'] ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '' && name !== 'identity')
    .reverse()
    .map(decoder)
  if (steps.length > 2) throw new Refusal('unreachable', 'Its body is encoded more than twice.')
  await pipeline([response, ...steps, collect], { signal })
  return Buffer.concat(chunks)
}

function decoder(name: string): Transform {
  switch (name) {
    case 'gzip':
    case 'x-gzip':
      return createGunzip()
    case 'deflate':
      return createInflate()
    case 'br':
      return createBrotliDecompress()
    default:
      throw new Refusal('unreachable', `Its body is encoded as ${name.slice(0, 20)}, which we do not read.`)
  }
}

const inWords = (bytes: number): string =>
  bytes >= 1_048_576 ? `${Math.round(bytes / 1_048_576)} MB` : `${Math.ceil(bytes / 1024)} KB`
