/** What happened and has consequences outside the row that changed. Written with the change, drained by jobs. */
export type DomainEvent =
  | { kind: 'lead.left'; leadId: string; conversationId: string }
  | { kind: 'handoff.requested'; leadId: string; conversationId: string }
  | { kind: 'visitor.erased'; visitorId: string }
