export interface LlmMessage {
  role: 'system' | 'user' | 'assistant'
  content: string
}

export interface LlmUsage {
  tokensIn: number
  tokensOut: number
}

/** What a model says, as it says it; the last event carries what it used. */
export type LlmEvent = { kind: 'text'; text: string } | { kind: 'end'; usage: LlmUsage; model: string }

export interface LlmPort {
  /** @throws ProviderError when the endpoint refuses, times out, breaks off or speaks nonsense. */
  complete(messages: readonly LlmMessage[], more: { maxTokens: number; signal: AbortSignal }): AsyncIterable<LlmEvent>
}
