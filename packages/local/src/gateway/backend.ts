// What stands behind the gateway: the embedded database or a pool on a server. Both speak wire bytes.

/** A whole conversation in one login, for WebSocket and TCP clients. Frames go in; replies come out through `receive`. */
export type Wire = {
  write(frames: Uint8Array): void
  close(): void
}

export type WireEvents = { receive: (bytes: Uint8Array) => void; end: () => void }

export type Backend = {
  /** Runs one pipeline of frames ending in Sync and resolves to its outcome. Leaves no transaction and no setting behind. */
  exchange(user: string, pipeline: Pipeline): Promise<Outcome>
  connect(user: string, events: WireEvents): Promise<Wire>
  close(): Promise<void>
}

export type Pipeline = {
  frames: Uint8Array
  /** True when the frames change settings of the session (not only of the transaction), so that they must be undone. */
  touchesSession: boolean
}

export type Field = {
  name: string
  dataTypeID: number
  tableID: number
  columnID: number
  dataTypeSize: number
  dataTypeModifier: number
  format: string
}
export type Result = { fields: Field[]; rows: (string | null)[][]; command: string; rowCount: number | null }
export type PostgresError = { message: string; code?: string | undefined; [field: string]: unknown }
export type Outcome = { kind: 'done'; results: Result[] } | { kind: 'failed'; error: PostgresError }
