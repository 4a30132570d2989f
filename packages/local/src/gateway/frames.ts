// The PostgreSQL wire protocol, as little of it as a gateway needs: cut bytes into frames, answer a client.
// https://www.postgresql.org/docs/18/protocol-message-formats.html

export type Frame = { type: string; bytes: Buffer }

/** Collects bytes and hands them out as whole frames; the first frame of a connection carries no type byte. */
export class FrameReader {
  #buffer: Buffer = Buffer.alloc(0)
  #started: boolean

  constructor(started = false) {
    this.#started = started
  }

  read(chunk: Uint8Array): Frame[] {
    this.#buffer = this.#buffer.length === 0 ? Buffer.from(chunk) : Buffer.concat([this.#buffer, chunk])
    const frames: Frame[] = []
    for (;;) {
      const frame = this.#next()
      if (!frame) return frames
      frames.push(frame)
    }
  }

  #next(): Frame | undefined {
    const header = this.#started ? 1 : 0
    if (this.#buffer.length < header + 4) return undefined
    const end = header + this.#buffer.readInt32BE(header)
    if (end < header + 4) throw new RangeError('A frame of the PostgreSQL protocol has an impossible length.')
    if (this.#buffer.length < end) return undefined
    const bytes = this.#buffer.subarray(0, end)
    this.#buffer = this.#buffer.subarray(end)
    if (this.#started) return { type: String.fromCharCode(bytes[0] ?? 0), bytes }
    const code = bytes.readInt32BE(4)
    if (code === SSL_REQUEST || code === GSS_REQUEST) return { type: 'ssl', bytes }
    this.#started = true
    return { type: code === CANCEL_REQUEST ? 'cancel' : 'startup', bytes }
  }
}

const SSL_REQUEST = 80877103
const GSS_REQUEST = 80877104
const CANCEL_REQUEST = 80877102

export function readStartup(bytes: Buffer): Record<string, string> {
  const words = bytes.subarray(8).toString('utf8').split('\0')
  const parameters: Record<string, string> = {}
  for (let i = 0; i + 1 < words.length && words[i]; i += 2) parameters[words[i] as string] = words[i + 1] as string
  return parameters
}

/** The SQL text of a Query ('Q') or Parse ('P') frame; undefined for every other frame. */
export function sqlOf(frame: Frame): string | undefined {
  if (frame.type === 'Q') return cString(frame.bytes, 5)
  if (frame.type === 'P') return cString(frame.bytes, frame.bytes.indexOf(0, 5) + 1)
  return undefined
}

export const cString = (bytes: Buffer, from: number): string => bytes.toString('utf8', from, bytes.indexOf(0, from))

const frame = (type: string, ...parts: Uint8Array[]): Buffer => {
  const body = Buffer.concat(parts)
  const head = Buffer.alloc(5)
  head.write(type)
  head.writeInt32BE(body.length + 4, 1)
  return Buffer.concat([head, body])
}

const int32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32BE(value)
  return bytes
}

const text = (value: string): Buffer => Buffer.from(`${value}\0`)

export const askForPassword = (): Buffer => frame('R', int32(3))

export const readyForQuery = (status: 'I' | 'T' | 'E' = 'I'): Buffer => frame('Z', Buffer.from(status))

export const welcome = (): Buffer =>
  Buffer.concat([
    frame('R', int32(0)),
    ...Object.entries({
      server_version: '18.0',
      server_encoding: 'UTF8',
      client_encoding: 'UTF8',
      DateStyle: 'ISO, MDY',
      TimeZone: 'UTC',
      integer_datetimes: 'on',
      standard_conforming_strings: 'on',
    }).map(([name, value]) => frame('S', text(name), text(value))),
    frame('K', int32(1), int32(1)),
    readyForQuery(),
  ])

export const errorFrame = (error: { code: string; message: string; severity?: string }): Buffer =>
  frame(
    'E',
    text(`S${error.severity ?? 'ERROR'}`),
    text(`V${error.severity ?? 'ERROR'}`),
    text(`C${error.code}`),
    text(`M${error.message}`),
    Buffer.from([0]),
  )

/** The transaction status of the last ReadyForQuery in a reply: idle, in a transaction, failed; undefined without one. */
export function statusOf(reply: Uint8Array): 'I' | 'T' | 'E' | undefined {
  const end = reply.length
  if (end < 6 || reply[end - 6] !== 0x5a) return undefined
  return String.fromCharCode(reply[end - 1] ?? 0) as 'I' | 'T' | 'E'
}
