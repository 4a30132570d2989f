import { type Foyer, FoyerError, type NewCall, type StreamEvent, type WidgetConfig } from '@foyer/sdk'
import type { Broke, Trouble } from '../strings/strings.ts'
import type { RunningCall } from './running-call.ts'

/** Where talking is: nothing, a question before it, a call (`call` once its code is there), or why there is none. */
export type Phase =
  | { kind: 'quiet' }
  | { kind: 'asking' }
  | { kind: 'calling'; call: RunningCall | undefined }
  /** The page was left during a call, which still goes on. */
  | { kind: 'away' }
  | { kind: 'over'; trouble: Trouble }

interface Around {
  foyer: Foyer
  offer(): WidgetConfig['voice']
  lang(): string
  changed(): void
  tell(event: StreamEvent): void
  /** The call has a conversation, which is worth following. */
  began(): void
  done(callId: string, ms: number, broke: Broke | undefined): void
}

const noted = 'foyer:call'

/** Calls as the panel sees them; their code is fetched with the first press. */
export class Voice {
  phase: Phase = { kind: 'quiet' }
  readonly #around: Around

  constructor(around: Around) {
    this.#around = around
  }

  /** What may be pressed; null where nobody could answer, or this page could not call. */
  get offer(): WidgetConfig['voice'] {
    const canCall = 'RTCPeerConnection' in window && (navigator as Partial<Navigator>).mediaDevices !== undefined
    return canCall ? this.#around.offer() : null
  }

  /** The sentence that is read before the microphone is asked for. */
  get notice(): string {
    const text = this.offer?.notice.text ?? {}
    return text[this.#around.lang()] ?? text['en'] ?? Object.values(text)[0] ?? ''
  }

  get call(): RunningCall | undefined {
    return this.phase.kind === 'calling' ? this.phase.call : undefined
  }

  press(): void {
    if (this.offer === null || this.phase.kind === 'calling') return
    void fetchCalls().catch(() => {})
    if (this.offer.recording) this.#to({ kind: 'asking' })
    else void this.begin('not_asked')
  }

  begin(recording: NewCall['recording']): Promise<void> {
    const noticeVersion = this.offer?.notice.version ?? ''
    return this.#begin({ recording, noticeVersion, lang: this.#around.lang() })
  }

  /** Says it within the call; false when there is none. @throws FoyerError */
  async say(text: string, messageId: string): Promise<boolean> {
    const call = this.call
    if (call === undefined) return false
    await call.sendText(text, messageId)
    return true
  }

  note(event: StreamEvent): void {
    this.call?.note(event)
  }

  hangUp(): void {
    this.call?.hangUp()
  }

  dismiss(): void {
    this.#to({ kind: 'quiet' })
  }

  /** After a reload: straight back where the browser still allows the microphone, else with a press. */
  async pickUp(): Promise<void> {
    const callId = noted in sessionStorage ? sessionStorage.getItem(noted) : null
    if (callId === null || this.offer === null || this.phase.kind !== 'quiet') return
    const allowed = await navigator.permissions.query({ name: 'microphone' as PermissionName }).catch(() => undefined)
    if (allowed?.state === 'granted') await this.goBack()
    else this.#to({ kind: 'away' })
  }

  async goBack(): Promise<void> {
    const callId = sessionStorage.getItem(noted)
    if (callId !== null) await this.#begin(callId)
  }

  /** Hangs up a call of before the reload, without coming back into it. */
  async giveUp(): Promise<void> {
    const callId = sessionStorage.getItem(noted) ?? ''
    sessionStorage.removeItem(noted)
    this.dismiss()
    const { conversation } = this.#around.foyer
    // When it does not arrive, the service notices that nobody is in the room.
    await conversation.ask(await conversation.start(), `/calls/${callId}/end`, { method: 'POST' }).catch(() => {})
  }

  async #begin(wanted: NewCall | string): Promise<void> {
    this.#to({ kind: 'calling', call: undefined })
    // The sentence is on the screen before anything is asked.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    try {
      const { RunningCall } = await fetchCalls()
      const { foyer, changed, tell } = this.#around
      const call = new RunningCall(foyer, wanted, { changed, tell, began: (id) => this.#began(id) })
      this.#to({ kind: 'calling', call })
      const { trouble, ms } = await call.over
      sessionStorage.removeItem(noted)
      if (ms > 0) this.#around.done(call.id, ms, isBroke(trouble) ? trouble : undefined)
      this.#to(trouble === undefined ? { kind: 'quiet' } : { kind: 'over', trouble })
    } catch (error) {
      this.#to({ kind: 'over', trouble: error instanceof FoyerError ? 'ours' : 'connection' })
    }
  }

  #began(callId: string): void {
    sessionStorage.setItem(noted, callId)
    this.#around.began()
  }

  #to(phase: Phase): void {
    this.phase = phase
    this.#around.changed()
  }
}

const isBroke = (trouble: Trouble | undefined): trouble is Broke =>
  trouble === 'connection' || trouble === 'ours' || trouble === 'silence' || trouble === 'time'

function fetchCalls() {
  return import('../voice-chunk.ts')
}
