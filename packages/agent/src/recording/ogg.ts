// Opus in Ogg: pages (RFC 3533) and the two headers (RFC 7845). A page holds up to 255 segments of 255 bytes.

/** Opus in Ogg counts in this, whatever went in. */
export const GRANULES_PER_SECOND = 48_000

export type Page = {
  serial: number
  /** Counts pages from 0. */
  sequence: number
  /** Granules up to the end of the page, the pre-skip included. */
  granule: number
  packets: readonly Uint8Array[]
  isFirst?: boolean
  isLast?: boolean
}

export function pageOf({ serial, sequence, granule, packets, isFirst = false, isLast = false }: Page): Uint8Array {
  const lacing = packets.flatMap(({ length }) => [
    ...Array.from({ length: Math.floor(length / 255) }, () => 255),
    length % 255,
  ])
  const head = 27 + lacing.length
  const page = new Uint8Array(head + packets.reduce((sum, { length }) => sum + length, 0))
  const view = new DataView(page.buffer)
  page.set(ascii('OggS'))
  page[5] = (isFirst ? 2 : 0) | (isLast ? 4 : 0)
  view.setBigUint64(6, BigInt(granule), true)
  view.setUint32(14, serial, true)
  view.setUint32(18, sequence, true)
  page[26] = lacing.length
  page.set(lacing, 27)
  packets.reduce((at, packet) => (page.set(packet, at), at + packet.length), head)
  view.setUint32(22, checksum(page), true)
  return page
}

/** The two pages that begin a stream; granules count on from 0 after them. */
export function headersOf(serial: number, channels: number, preSkip: number, inputRate: number): Uint8Array[] {
  const head = new Uint8Array(19)
  const view = new DataView(head.buffer)
  head.set(ascii('OpusHead'))
  head[8] = 1
  head[9] = channels
  view.setUint16(10, preSkip, true)
  view.setUint32(12, inputRate, true)
  const vendor = ascii('foyer')
  const tags = new Uint8Array(8 + 4 + vendor.length + 4)
  tags.set(ascii('OpusTags'))
  new DataView(tags.buffer).setUint32(8, vendor.length, true)
  tags.set(vendor, 12)
  return [
    pageOf({ serial, sequence: 0, granule: 0, packets: [head], isFirst: true }),
    pageOf({ serial, sequence: 1, granule: 0, packets: [tags] }),
  ]
}

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text)

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte << 24
  for (let bit = 0; bit < 8; bit++) sum = sum & 0x80000000 ? (sum << 1) ^ 0x04c11db7 : sum << 1
  return sum >>> 0
})

/** CRC-32 as Ogg wants it: 0x04c11db7, nothing reflected, begun and ended with 0. */
function checksum(bytes: Uint8Array): number {
  let sum = 0
  for (const byte of bytes) sum = ((sum << 8) ^ (table[(sum >>> 24) ^ byte] ?? 0)) >>> 0
  return sum
}
