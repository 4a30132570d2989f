/** Red, green and blue, 0 to 255. */
export type Rgb = readonly [number, number, number]

const white: Rgb = [255, 255, 255]

/** Contrast of two colours, 1 to 21 (WCAG 2.2, relative luminance). */
export function contrastOf(a: Rgb, b: Rgb): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: Rgb): number {
  const [red = 0, green = 0, blue = 0] = colour.map((value) => {
    const share = value / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** The colour, darkened in steps of 4 % until white text on it can be read: 4.5 : 1 (WCAG 2.2 AA). */
export function readable(colour: Rgb): Rgb {
  for (let share = 1; share > 0; share -= 0.04) {
    const moved = colour.map((value) => Math.round(value * share)) as unknown as Rgb
    if (contrastOf(moved, white) >= 4.5) return moved
  }
  return [0, 0, 0]
}

export const whiteOn = (colour: Rgb): number => Math.round(contrastOf(colour, white) * 100) / 100

/** A colour that says something of a brand: neither grey, nor nearly white or black. */
export function isTelling([red, green, blue]: Rgb): boolean {
  const most = Math.max(red, green, blue)
  const least = Math.min(red, green, blue)
  return most - least >= 40 && most >= 50 && least <= 225
}

export const hexOf = (colour: Rgb): string => `#${colour.map((value) => value.toString(16).padStart(2, '0')).join('')}`

/** `#abc`, `#aabbcc`, `rgb(1, 2, 3)`, `hsl(120 40% 30%)`; null for what else CSS knows. */
export function parseColour(text: string): Rgb | null {
  const value = text.trim().toLowerCase()
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})(?:[0-9a-f]{1,2})?$/.exec(value)?.[1]
  if (hex !== undefined) {
    const whole = hex.length === 3 ? [...hex].map((digit) => digit + digit).join('') : hex
    return [0, 2, 4].map((at) => Number.parseInt(whole.slice(at, at + 2), 16)) as unknown as Rgb
  }
  const parts = /^(rgb|hsl)a?\(\s*([\d.]+)(?:deg)?[\s,]+([\d.]+)%?[\s,]+([\d.]+)%?/.exec(value)
  if (parts === null) return null
  const [a, b, c] = parts.slice(2, 5).map(Number) as [number, number, number]
  return parts[1] === 'rgb' ? [byte(a), byte(b), byte(c)] : fromHsl(a, b / 100, c / 100)
}

const byte = (value: number): number => Math.max(0, Math.min(255, Math.round(value)))

function fromHsl(hue: number, saturation: number, lightness: number): Rgb {
  const reach = saturation * Math.min(lightness, 1 - lightness)
  const at = (n: number) => {
    const k = (n + hue / 30) % 12
    return byte((lightness - reach * Math.max(-1, Math.min(k - 3, 9 - k, 1))) * 255)
  }
  return [at(0), at(8), at(4)]
}
