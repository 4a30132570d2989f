// What a phone is to whoever plays a call with it: the simulated line, or one that speaks SIP.

import { EventEmitter, on } from 'node:events'

export type LineEvent = { at: number } & (
  | { kind: 'ringing'; room?: string }
  | { kind: 'answered' }
  | { kind: 'sound'; on: boolean }
  | { kind: 'said' }
  /** `rejected`: nobody answered, or it was refused while it rang; with SIP's word for it where SIP was spoken. */
  | { kind: 'ended'; by: 'them' | 'us' | 'rejected'; status?: number }
)

export const isSpeech = (event: LineEvent): boolean => event.kind === 'sound' && event.on
export const isEnd = ({ kind }: LineEvent): boolean => kind === 'ended'

/** Who is rung: as whom they stand in which room, and what their phone does. */
export type BeingRung = { room: string; identity: string; number: string; does: 'answers' | 'busy' | 'declined' }

export interface Telephone {
  readonly seen: Seen
  /** 24 kHz mono. */
  say(samples: Int16Array): void
  press(keys: string): void
  hangUp(): void
  /** Hangs up if need be; nothing is left of it. */
  close(): void
}

/** What happened on a line, in order. */
export class Seen {
  readonly #events: LineEvent[] = []
  readonly #news = new EventEmitter()

  note(event: LineEvent): void {
    this.#events.push(event)
    this.#news.emit('event', event)
  }

  has(kind: LineEvent['kind']): boolean {
    return this.#events.some((event) => event.kind === kind)
  }

  /** The last such event. */
  last<Kind extends LineEvent['kind']>(kind: Kind): Extract<LineEvent, { kind: Kind }> | undefined {
    return this.#events.findLast((event): event is Extract<LineEvent, { kind: Kind }> => event.kind === kind)
  }

  /** The first event after `from` that is one of those, also when it was before we asked. @throws after `withinMs` */
  async next(is: (event: LineEvent) => boolean, from: number, withinMs: number): Promise<LineEvent> {
    const known = this.#events.find((event) => event.at >= from && is(event))
    if (known !== undefined) return known
    const late = AbortSignal.timeout(withinMs)
    try {
      for await (const [event] of on(this.#news, 'event', { signal: late }) as AsyncIterable<[LineEvent]>)
        if (is(event)) return event
    } catch (error) {
      if (!late.aborted) throw error
    }
    throw new Error(
      `It did not happen within ${withinMs} ms. So far: ${this.#events.map(inWords).join(', ') || 'nothing'}.`,
    )
  }
}

function inWords(event: LineEvent): string {
  if (event.kind === 'sound') return event.on ? 'they speak' : 'they pause'
  return event.kind === 'ended' ? `ended by ${event.by} ${event.status ?? ''}`.trim() : event.kind
}
