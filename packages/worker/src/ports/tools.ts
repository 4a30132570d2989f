/** One use of a tool of the tenant's; the same `callId` is carried out once, however often it is sent. */
export interface ToolCall {
  callId: string
  name: string
  method: 'GET' | 'POST'
  url: string
  /** A header that says who we are to the tool; null when it needs none. */
  auth: { header: string; value: string } | null
  arguments: Readonly<Record<string, string | number | boolean>>
  /** What test mode answers with. */
  example: Readonly<Record<string, unknown>>
  timeoutMs: number
}

export type ToolReply =
  | { kind: 'done'; result: unknown }
  /** Test mode: nothing was sent. */
  | { kind: 'dry'; result: unknown }
  /** Nothing came of it; `sent` when it may have been carried out all the same. */
  | { kind: 'failed'; sent: boolean; reason: string }

export interface ToolsPort {
  use(call: ToolCall, signal: AbortSignal): Promise<ToolReply>
}
