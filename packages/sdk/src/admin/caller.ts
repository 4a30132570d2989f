import { type Call, type Http, request } from '../request.ts'

export interface Asking {
  signal?: AbortSignal | undefined
}

export interface Changing extends Asking {
  /** A repeat with the same key within a day gets the first reply. Made for you when left out. */
  idempotencyKey?: string
}

type Query = Record<string, string | number | undefined>
type Content = NonNullable<Call['content']>

/** The service as one key sees it. */
export interface Caller {
  readonly http: Http
  readonly key: string
  get<Reply>(path: string, query: Query, options: Asking): Promise<Reply>
  text(path: string, accept: string, options: Asking): Promise<string>
  post<Reply>(path: string, body: unknown, options: Changing): Promise<Reply>
  upload<Reply>(path: string, query: Query, content: Content, options: Changing & { timeoutMs: number }): Promise<Reply>
  put<Reply>(path: string, content: Content, headers: Record<string, string>, options: Asking): Promise<Reply>
  patch<Reply>(path: string, body: unknown, options: Asking & { ifMatch?: number }): Promise<Reply>
  delete<Reply>(path: string, options: Asking): Promise<Reply>
}

export function callerFor(http: Http, key: string): Caller {
  const call = <Reply>(given: Omit<Call, 'credential'>, patience: Http = http) =>
    request<Reply>(patience, { ...given, credential: key })
  const once = (options: Changing) => ({ 'idempotency-key': options.idempotencyKey ?? crypto.randomUUID() })
  return {
    http,
    key,
    get: (path, query, { signal }) => call({ path, query: present(query), signal }),
    text: (path, accept, { signal }) => call<string>({ path, accept, signal }),
    post: (path, body, options) =>
      call({ method: 'POST', path, body: body ?? {}, headers: once(options), signal: options.signal }),
    upload: (path, query, content, options) =>
      call(
        { method: 'POST', path, query: present(query), content, headers: once(options), signal: options.signal },
        { ...http, timeoutMs: Math.max(http.timeoutMs, options.timeoutMs) },
      ),
    put: (path, content, headers, { signal }) => call({ method: 'PUT', path, content, headers, signal }),
    patch: (path, body, { signal, ifMatch }) =>
      call({
        method: 'PATCH',
        path,
        body,
        signal,
        ...(ifMatch === undefined ? {} : { headers: { 'if-match': String(ifMatch) } }),
      }),
    delete: (path, { signal }) => call({ method: 'DELETE', path, signal }),
  }
}

export const json = (value: unknown): Content => ({ type: 'application/json', data: JSON.stringify(value) })

function present(query: Query): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(query).filter((entry): entry is [string, string | number] => entry[1] !== undefined),
  )
}
