interface MessageDetail {
  author: 'visitor' | 'assistant' | 'member'
  text: string
  /** Empty for a member's message. */
  turnId: string
}

interface ErrorDetail {
  code: string
  /** For you, in English; the visitor was told in their language. */
  message: string
}

/** The element's events. All bubble and leave the shadow tree; none can be cancelled. */
export interface FoyerWidgetEventMap {
  /** The panel was opened. */
  'foyer-open': CustomEvent<void>
  /** The panel was closed. */
  'foyer-close': CustomEvent<void>
  /** A message stands in the conversation for good: the visitor's, an answer, or a member's. */
  'foyer-message': CustomEvent<MessageDetail>
  /** The visitor left a message for the business. */
  'foyer-lead': CustomEvent<{ leadId: string }>
  /** Something failed. */
  'foyer-error': CustomEvent<ErrorDetail>
}

declare global {
  interface HTMLElementEventMap extends FoyerWidgetEventMap {}
}

type Detail<Name extends keyof FoyerWidgetEventMap> = FoyerWidgetEventMap[Name]['detail']

export type Emit = <Name extends keyof FoyerWidgetEventMap>(name: Name, detail?: Detail<Name>) => void

export function emitFrom(element: EventTarget): Emit {
  return (name, detail) => void element.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }))
}
