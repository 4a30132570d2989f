/** 16-bit little-endian PCM as it comes: bytes in any portions, samples of two. */
export async function* samplesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Int16Array> {
  let odd: number | undefined
  for await (const chunk of body) {
    const bytes = odd === undefined ? chunk : Uint8Array.of(odd, ...chunk)
    const even = bytes.length & ~1
    odd = even === bytes.length ? undefined : bytes[even]
    if (even > 0) yield new Int16Array(bytes.slice(0, even).buffer)
  }
}
