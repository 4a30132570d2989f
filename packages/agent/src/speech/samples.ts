/** 16-bit little-endian PCM as it comes: bytes in any portions, samples of two. */
export async function* samplesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Int16Array> {
  let odd = new Uint8Array()
  for await (const chunk of body) {
    const bytes = new Uint8Array(odd.length + chunk.length)
    bytes.set(odd)
    bytes.set(chunk, odd.length)
    const even = bytes.length & ~1
    odd = bytes.slice(even)
    if (even > 0) yield new Int16Array(bytes.buffer, 0, even / 2)
  }
}
