// One reader and writer for the engine's snapshots: named, aligned typed arrays and texts in a single run of bytes.
// Layout: magic (4 bytes), length of the table (4), table (JSON), sections, each aligned to 8 bytes; little-endian.

export type SectionArray = Uint8Array | Int8Array | Uint16Array | Uint32Array | Float32Array
type Kind = 'u8' | 'i8' | 'u16' | 'u32' | 'f32'
interface Entry {
  name: string
  kind: Kind
  offset: number
  length: number
}
interface Table {
  header: unknown
  sections: Entry[]
}

export class SnapshotError extends Error {
  override name = 'SnapshotError'
}

export function writeSnapshot(
  magic: string,
  header: unknown,
  sections: Readonly<Record<string, SectionArray>>,
): Uint8Array {
  const entries: Entry[] = []
  let offset = 0
  for (const [name, data] of Object.entries(sections)) {
    entries.push({ name, kind: kindOf(data), offset, length: data.length })
    offset = align(offset + data.byteLength)
  }
  const table = new TextEncoder().encode(JSON.stringify({ header, sections: entries } satisfies Table))
  const base = align(8 + table.length)
  const blob = new Uint8Array(base + offset)
  for (let at = 0; at < 4; at++) blob[at] = magic.charCodeAt(at)
  new DataView(blob.buffer).setUint32(4, table.length, true)
  blob.set(table, 8)
  for (const entry of entries) {
    const data = sections[entry.name]
    if (data !== undefined) blob.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), base + entry.offset)
  }
  return blob
}

/** Views over the blob, nothing copied, unless it does not start on a multiple of 8 bytes in its buffer. */
export function readSnapshot(magic: string, blob: Uint8Array): { header: unknown; section: SectionReader } {
  const aligned = blob.byteOffset % 8 === 0 ? blob : blob.slice()
  if (aligned.length < 8 || String.fromCharCode(...aligned.subarray(0, 4)) !== magic) {
    throw new SnapshotError(`These bytes are not a snapshot of kind ${magic}; build it again from its source.`)
  }
  const size = new DataView(aligned.buffer, aligned.byteOffset).getUint32(4, true)
  const table = JSON.parse(new TextDecoder().decode(aligned.subarray(8, 8 + size))) as Table
  const base = aligned.byteOffset + align(8 + size)
  const byName = new Map(table.sections.map((entry) => [entry.name, entry]))
  const view = (name: string, kind: Kind): { offset: number; length: number } => {
    const entry = byName.get(name)
    if (entry === undefined || entry.kind !== kind) throw new SnapshotError(`The snapshot has no section ${name}.`)
    return { offset: base + entry.offset, length: entry.length }
  }
  const section: SectionReader = {
    u8: (name) => {
      const { offset, length } = view(name, 'u8')
      return new Uint8Array(aligned.buffer, offset, length)
    },
    i8: (name) => {
      const { offset, length } = view(name, 'i8')
      return new Int8Array(aligned.buffer, offset, length)
    },
    u16: (name) => {
      const { offset, length } = view(name, 'u16')
      return new Uint16Array(aligned.buffer, offset, length)
    },
    u32: (name) => {
      const { offset, length } = view(name, 'u32')
      return new Uint32Array(aligned.buffer, offset, length)
    },
    f32: (name) => {
      const { offset, length } = view(name, 'f32')
      return new Float32Array(aligned.buffer, offset, length)
    },
  }
  return { header: table.header, section }
}

export interface SectionReader {
  u8(name: string): Uint8Array
  i8(name: string): Int8Array
  u16(name: string): Uint16Array
  u32(name: string): Uint32Array
  f32(name: string): Float32Array
}

/** Texts as UTF-8 with their byte offsets, to be decoded one by one when asked for. */
export function packTexts(texts: readonly string[]): { bytes: Uint8Array; offsets: Uint32Array } {
  const encoder = new TextEncoder()
  const encoded = texts.map((text) => encoder.encode(text))
  const offsets = new Uint32Array(texts.length + 1)
  encoded.forEach((one, at) => {
    offsets[at + 1] = (offsets[at] ?? 0) + one.length
  })
  const bytes = new Uint8Array(offsets[texts.length] ?? 0)
  encoded.forEach((one, at) => bytes.set(one, offsets[at] ?? 0))
  return { bytes, offsets }
}

const decoder = new TextDecoder()
export function unpackText(bytes: Uint8Array, offsets: Uint32Array, at: number): string {
  return decoder.decode(bytes.subarray(offsets[at] ?? 0, offsets[at + 1] ?? 0))
}

function kindOf(data: SectionArray): Kind {
  if (data instanceof Uint8Array) return 'u8'
  if (data instanceof Int8Array) return 'i8'
  if (data instanceof Uint16Array) return 'u16'
  return data instanceof Uint32Array ? 'u32' : 'f32'
}

const align = (offset: number): number => (offset + 7) & ~7
