import { expect, test } from 'vitest'
import { samplesOf } from './samples.ts'

test('samples come whole however the bytes were cut, also out of very large portions', async () => {
  const samples = Int16Array.from({ length: 1_000_000 }, (_, i) => i % 32_768)
  const bytes = new Uint8Array(samples.buffer)
  const cuts = [0, 1, 1, 4, 900_003, bytes.length]
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const [n, to] of cuts.slice(1).entries()) controller.enqueue(bytes.slice(cuts[n], to))
      controller.close()
    },
  })
  const heard: Int16Array[] = []
  for await (const chunk of samplesOf(body)) heard.push(chunk)
  expect(heard.map(({ length }) => length)).toEqual([2, 449_999, 549_999])
  expect(
    Buffer.concat(
      heard.map(({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength)),
    ).equals(bytes),
  ).toBe(true)
})
