export interface EmbeddingsPort {
  /** Vectors of two models cannot be compared. */
  readonly model: string
  /** One vector a text, in order. @throws ProviderError */
  embed(texts: readonly string[], signal: AbortSignal): Promise<number[][]>
}
