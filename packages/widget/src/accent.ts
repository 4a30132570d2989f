type Rgb = [red: number, green: number, blue: number]

/** Contrast of text on its ground, 1 to 21 (WCAG 2.2, relative luminance). */
export function contrast(a: Rgb, b: Rgb): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map((value) => {
    const share = value / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as Rgb
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** The colour moved towards black or white, in steps of 4 %, until it stands at `least` against `ground`. */
export function readable(colour: Rgb, ground: Rgb, least = 4.5): Rgb {
  const towards = luminance(ground) > 0.18 ? 0 : 255
  for (let share = 0; share < 1; share += 0.04) {
    const moved = colour.map((value) => Math.round(value + (towards - value) * share)) as Rgb
    if (contrast(moved, ground) >= least) return moved
  }
  return [towards, towards, towards]
}

const white: Rgb = [255, 255, 255]
const black: Rgb = [0, 0, 0]

/** White where it can be read, else black: on any colour one of the two stands at 4.58 or more. */
export const textOn = (colour: Rgb): Rgb => (contrast(white, colour) >= 4.5 ? white : black)

/** The tenant's colour as it is, with text on it that can be read, and moved until a link in it can. */
export function applyAccent(host: HTMLElement, accent: string): void {
  const colour = accent === '' ? undefined : toRgb(accent)
  if (colour === undefined) return
  const css = (rgb: Rgb) => `rgb(${rgb.join(' ')})`
  host.style.setProperty('--f-accent', css(colour))
  host.style.setProperty('--f-on-accent', css(textOn(colour)))
  host.style.setProperty('--f-link-light', css(readable(colour, [245, 246, 246], 5)))
  host.style.setProperty('--f-link-dark', css(readable(colour, [45, 52, 52], 5)))
}

/** Any colour CSS knows, by letting a canvas draw it. */
function toRgb(colour: string): Rgb | undefined {
  if (!CSS.supports('color', colour)) return undefined
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 1
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  if (pen === null) return undefined
  pen.fillStyle = colour
  pen.fillRect(0, 0, 1, 1)
  const [red = 0, green = 0, blue = 0] = pen.getImageData(0, 0, 1, 1).data
  return [red, green, blue]
}
