// The sound of a call by SIP: µ-law every 20 ms (RFC 3550, 3551), keys as telephone events (RFC 2833).

import { createSocket, type Socket } from 'node:dgram'
import { randomInt } from 'node:crypto'
import { fromMuLaw, overTheLine, toMuLaw } from '../../../../agent/src/simulator/mu-law.ts'

const FRAME = 160
const FRAME_MS = 20
/** A line is never quite silent. */
const NOISE = 12
const KEYS = '0123456789*#'
const KEY_FRAMES = 6
const PAUSE_FRAMES = 5

type Frame = { kind: 'voice'; samples: Int16Array } | { kind: 'key'; code: number; nth: number }

export class RtpLine {
  readonly #socket: Socket
  readonly #queue: Frame[] = []
  readonly #onSaid: () => void
  #timer: NodeJS.Timeout | undefined

  private constructor(socket: Socket, onSaid: () => void) {
    this.#socket = socket
    this.#onSaid = onSaid
  }

  static async open(hear: (samples: Int16Array) => void, onSaid: () => void): Promise<RtpLine> {
    const socket = createSocket('udp4')
    await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve))
    const line = new RtpLine(socket, onSaid)
    socket.on('message', (packet) => {
      if (((packet[1] ?? 0) & 0x7f) !== 0) return
      hear(Int16Array.from(packet.subarray(12), fromMuLaw))
    })
    return line
  }

  get port(): number {
    return this.#socket.address().port
  }

  /** Sends from now on, spoken or not, twenty milliseconds after twenty. */
  start(port: number, events: number): void {
    const from = performance.now()
    const source = randomInt(2 ** 32)
    let sent = 0
    this.#timer = setInterval(() => {
      for (; sent * FRAME_MS < performance.now() - from; sent++)
        this.#socket.send(this.#packet(sent, source, events), port, '127.0.0.1')
    }, FRAME_MS / 2)
  }

  say(samples: Int16Array): void {
    const heard = overTheLine(samples)
    for (let at = 0; at < heard.length; at += FRAME)
      this.#queue.push({ kind: 'voice', samples: heard.subarray(at, at + FRAME) })
  }

  press(keys: string): void {
    for (const code of [...keys].map((key) => KEYS.indexOf(key)).filter((code) => code >= 0)) {
      for (let nth = 0; nth < KEY_FRAMES; nth++) this.#queue.push({ kind: 'key', code, nth })
      for (let nth = 0; nth < PAUSE_FRAMES; nth++) this.#queue.push({ kind: 'voice', samples: new Int16Array(0) })
    }
  }

  close(): void {
    clearInterval(this.#timer)
    this.#socket.close()
  }

  #packet(nth: number, source: number, events: number): Buffer {
    const next = this.#queue.shift()
    const isKey = next?.kind === 'key'
    const header = Buffer.alloc(12)
    header[0] = 0x80
    header[1] = isKey ? events | (next.nth === 0 ? 0x80 : 0) : 0
    header.writeUInt16BE(nth & 0xffff, 2)
    // All packets of a key carry the time of its first.
    header.writeUInt32BE(((nth - (isKey ? next.nth : 0)) * FRAME) >>> 0, 4)
    header.writeUInt32BE(source, 8)
    if (isKey) {
      const isLast = next.nth >= KEY_FRAMES - 3
      const duration = Math.min(next.nth + 1, KEY_FRAMES - 2) * FRAME
      return Buffer.concat([header, Buffer.from([next.code, (isLast ? 0x80 : 0) | 10, duration >> 8, duration & 0xff])])
    }
    const said = next?.samples
    const bytes = Uint8Array.from({ length: FRAME }, (_, i) =>
      toMuLaw(Math.round((said?.[i] ?? 0) + (Math.random() - 0.5) * NOISE)),
    )
    if (said !== undefined && said.length > 0 && this.#queue.length === 0) this.#onSaid()
    return Buffer.concat([header, bytes])
  }
}
