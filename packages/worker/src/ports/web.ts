export interface WebRequest {
  url: string
  method: 'GET' | 'POST' | 'HEAD'
  headers: Readonly<Record<string, string>>
  body?: Uint8Array
  maxBytes: number
  timeoutMs: number
}

export type WebReply =
  | { kind: 'reply'; status: number; finalUrl: string; headers: Readonly<Record<string, string>>; body: Uint8Array }
  /** Not fetched, or not to the end; `message` says why in plain words. */
  | {
      kind: 'refused'
      code: 'private-address' | 'bad-url' | 'too-large' | 'timeout' | 'too-many-redirects' | 'unreachable'
      message: string
    }

/** The one door for URLs that a tenant or a page supplies. */
export interface WebPort {
  fetch(request: WebRequest, signal: AbortSignal): Promise<WebReply>
}
