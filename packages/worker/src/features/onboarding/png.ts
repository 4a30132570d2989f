const mostPixels = 1024 * 1024

/**
 * The pixels of a PNG as RGBA (ISO/IEC 15948): eight bits a channel, not interlaced, which icons are; empty for another kind
 * or a broken file.
 */
export async function pixelsOf(png: Uint8Array): Promise<Uint8Array> {
  try {
    return await decode(png)
  } catch {
    return new Uint8Array()
  }
}

async function decode(png: Uint8Array): Promise<Uint8Array> {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength)
  const width = view.getUint32(16)
  const height = view.getUint32(20)
  const [depth = 0, kind = 0] = [png[24], png[25]]
  const channels = ({ 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 } as Record<number, number>)[kind] ?? 0
  if (depth !== 8 || channels === 0 || png[28] !== 0 || width * height > mostPixels) return new Uint8Array()
  const data: Uint8Array[] = []
  let palette = new Uint8Array()
  let alphas = new Uint8Array()
  for (let at = 8; at + 8 <= png.length;) {
    const length = view.getUint32(at)
    const name = String.fromCharCode(...png.subarray(at + 4, at + 8))
    const body = png.slice(at + 8, at + 8 + length)
    if (name === 'IDAT') data.push(body)
    else if (name === 'PLTE') palette = body
    else if (name === 'tRNS') alphas = body
    at += length + 12
  }
  const lines = unfiltered(await inflated(data, (width * channels + 1) * height), width * channels, height, channels)
  const pixels = new Uint8Array(width * height * 4)
  for (let n = 0; n < width * height; n++) {
    const [a = 0, b = 0, c = 0, d = 255] = lines.subarray(n * channels, n * channels + channels)
    const rgba =
      kind === 3
        ? [palette[a * 3] ?? 0, palette[a * 3 + 1] ?? 0, palette[a * 3 + 2] ?? 0, alphas[a] ?? 255]
        : channels >= 3
          ? [a, b, c, d]
          : [a, a, a, channels === 2 ? b : 255]
    pixels.set(rgba, n * 4)
  }
  return pixels
}

/** At most `size` bytes, so that a picture cannot be a bomb. */
async function inflated(parts: readonly Uint8Array[], size: number): Promise<Uint8Array> {
  const out = new Uint8Array(size)
  let at = 0
  const stream = new Blob(parts as Uint8Array<ArrayBuffer>[]).stream().pipeThrough(new DecompressionStream('deflate'))
  for await (const part of stream as unknown as AsyncIterable<Uint8Array>) {
    const room = part.subarray(0, size - at)
    out.set(room, at)
    at += room.length
    if (at >= size) break
  }
  return out
}

function unfiltered(raw: Uint8Array, stride: number, height: number, step: number): Uint8Array {
  const out = new Uint8Array(stride * height)
  for (let row = 0; row < height; row++) {
    const filter = raw[row * (stride + 1)] ?? 0
    for (let x = 0; x < stride; x++) {
      const to = row * stride + x
      const left = x >= step ? (out[to - step] ?? 0) : 0
      const up = row > 0 ? (out[to - stride] ?? 0) : 0
      const corner = x >= step && row > 0 ? (out[to - stride - step] ?? 0) : 0
      out[to] = (raw[row * (stride + 1) + 1 + x] ?? 0) + predicted(filter, left, up, corner)
    }
  }
  return out
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  switch (filter) {
    case 1:
      return left
    case 2:
      return up
    case 3:
      return (left + up) >> 1
    case 4: {
      const guess = left + up - corner
      const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
      return a <= b && a <= c ? left : b <= c ? up : corner
    }
    default:
      return 0
  }
}
