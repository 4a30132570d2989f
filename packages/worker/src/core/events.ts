/** What happened and has consequences outside the row that changed. Written with the change, drained by jobs. */
export type DomainEvent =
  | { kind: 'lead.left'; leadId: string; conversationId: string }
  | { kind: 'handoff.requested'; leadId: string; conversationId: string }
  | { kind: 'visitor.erased'; visitorId: string }
  /** The time in which somebody was to be called back is over. */
  | { kind: 'callback.due'; callbackId: string }
  | { kind: 'call.ended'; callId: string; conversationId: string }
  /** Nobody spoke to them: somebody should. */
  | { kind: 'call.missed'; callId: string; conversationId: string }
  /** What nobody understood while they called is understood now. */
  | { kind: 'call.understood'; callId: string; conversationId: string }
  /** A number that is being bought, pointed or given back: look whether it came to its end. */
  | { kind: 'number.unfinished'; numberId: string }
  /** Too few calls of a number are answered since then, or enough again: of so many that counted. */
  | {
      kind: 'number.answering'
      numberId: string
      state: 'low' | 'normal'
      since: string
      answered: number
      of: number
    }
