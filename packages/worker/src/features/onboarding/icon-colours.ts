import { isTelling, parseColour, type Rgb } from './colour.ts'
import { pixelsOf } from './png.ts'

/** The colours an icon is made of, the most of it first: a drawing's fills, or the pixels of a PNG (also one within an .ico). */
export async function iconColours(bytes: Uint8Array): Promise<Rgb[]> {
  const start = new TextDecoder().decode(bytes.subarray(0, 400)).trimStart()
  if (/^(?:<\?xml|<svg|<!doctype svg|<!--)/i.test(start)) return drawnColours(new TextDecoder().decode(bytes))
  const png = pngWithin(bytes)
  return png === null ? [] : commonest(await pixelsOf(png))
}

function drawnColours(svg: string): Rgb[] {
  const named = svg.matchAll(/(?:fill|stop-color|stroke)\s*[:=]\s*["']?\s*(#[0-9a-f]{3,8}|(?:rgb|hsl)a?\([^)]+\))/gi)
  const colours = [...named].map(([, text = '']) => parseColour(text)).filter((colour) => colour !== null)
  return ranked(colours.map((colour) => ({ colour, weight: 1 })))
}

const pngSign = [0x89, 0x50, 0x4e, 0x47]

function pngWithin(bytes: Uint8Array): Uint8Array | null {
  const isPng = (at: number) => pngSign.every((value, index) => bytes[at + index] === value)
  if (isPng(0)) return bytes
  if (bytes[0] !== 0 || bytes[1] !== 0 || bytes[2] !== 1) return null
  // The pictures of an .ico: the largest that is a PNG; bitmaps of the nineties are passed over.
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const count = Math.min(view.getUint16(4, true), 20)
  const entries = Array.from({ length: count }, (_, n) => 6 + n * 16)
    .filter((at) => at + 16 <= bytes.length)
    .map((at) => ({ size: view.getUint32(at + 8, true), at: view.getUint32(at + 12, true) }))
    .filter((entry) => entry.at + entry.size <= bytes.length && isPng(entry.at))
    .toSorted((a, b) => b.size - a.size)
  const [largest] = entries
  return largest === undefined ? null : bytes.subarray(largest.at, largest.at + largest.size)
}

function commonest(pixels: Uint8Array): Rgb[] {
  const seen = new Map<string, { colour: Rgb; weight: number }>()
  for (let at = 0; at + 3 < pixels.length; at += 4) {
    if ((pixels[at + 3] ?? 0) < 200) continue
    const colour: Rgb = [pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0]
    const key = colour.map((value) => value >> 3).join()
    const known = seen.get(key)
    if (known === undefined) seen.set(key, { colour, weight: 1 })
    else known.weight++
  }
  return ranked([...seen.values()])
}

function ranked(found: readonly { colour: Rgb; weight: number }[]): Rgb[] {
  const sum = new Map<string, { colour: Rgb; weight: number }>()
  for (const { colour, weight } of found.filter((each) => isTelling(each.colour))) {
    const key = colour.join()
    sum.set(key, { colour, weight: (sum.get(key)?.weight ?? 0) + weight })
  }
  return [...sum.values()].toSorted((a, b) => b.weight - a.weight).map(({ colour }) => colour)
}
