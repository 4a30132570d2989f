/** Large immutable things: uploaded files and passage indexes. Keys begin with the tenant's id. */
export interface FilesPort {
  put(key: string, body: ReadableStream<Uint8Array> | Uint8Array, more: { contentType: string }): Promise<void>
  /** null when there is none. */
  get(key: string): Promise<{ bytes: Uint8Array; contentType: string } | null>
  remove(key: string): Promise<void>
  /** Everything whose key begins so. */
  removeBelow(prefix: string): Promise<void>
}
