import type { Element } from './tree.ts'
import type { Style } from './styles.ts'

/** What text inherits from the elements around it. */
export interface Look {
  tiny: boolean
  invisible: boolean
  color: string
  /** Empty when unknown: an outside style sheet or a picture may stand behind the words. */
  background: string
}

/** Nothing of it can be seen, whatever its children say. An opened accordion would show `collapsed` parts. */
export type Hiding = 'seen' | 'collapsed' | 'hidden'

const namedHidden =
  /^(sr-only|visually-?hidden|screen-?reader(-text|s)?|elementor-screen-only|hidden|d-none|hide|is-hidden|element-invisible|offscreen|invisible-text)$/i
const animated = /aos|animat|fade|reveal|wow|slide|scroll|parallax|motion|elementor-invisible|lazy|loading|preload/i

/** Words that are in the page but not on it. */
export function hidingOf(element: Element, style: Style | undefined): Hiding {
  const { attrs } = element
  if ('hidden' in attrs && attrs['hidden'] !== 'until-found') return 'collapsed'
  if (attrs['aria-hidden'] === 'true') return 'collapsed'
  for (const name of element.classes)
    if (namedHidden.test(name)) return style?.['display'] && style['display'] !== 'none' ? 'seen' : 'collapsed'
  if (!style) return 'seen'
  if (style['display'] === 'none' || style['content-visibility'] === 'hidden') return 'collapsed'
  if (isNothingTall(style)) return 'collapsed'
  if (style['opacity'] !== undefined && parseFloat(style['opacity']) <= 0.02 && !appearsLater(element, style))
    return 'hidden'
  return isOffScreen(style) ? 'hidden' : 'seen'
}

export function isScreenReaderText(element: Element): boolean {
  return element.classes.some((name) =>
    /^(sr-only|visually-?hidden|screen-?reader.*|elementor-screen-only)$/i.test(name),
  )
}

/** Builders start a section transparent and fade it in: that is not hiding. */
function appearsLater(element: Element, style: Style): boolean {
  if (style['transition'] || style['animation'] || style['will-change'] || style['transform']) return true
  return Object.entries(element.attrs).some(
    ([name, value]) => animated.test(name) || (name === 'class' && animated.test(value)),
  )
}

function isNothingTall(style: Style): boolean {
  const overflow = style['overflow'] ?? style['overflow-y'] ?? ''
  return /hidden|clip/.test(overflow) && (isZero(style['height']) || isZero(style['max-height']))
}

function isZero(length: string | undefined): boolean {
  return length !== undefined && /^0(\.0+)?(px|em|rem|%|vh)?$/.test(length)
}

function isOffScreen(style: Style): boolean {
  if (farOut(style['text-indent'])) return true
  if (/scale\(\s*0\s*\)|translate[xy]?\(\s*-(\d{4,}px|[1-9]\d{2,}(vw|vh|em|rem))/.test(style['transform'] ?? ''))
    return true
  if (!/absolute|fixed/.test(style['position'] ?? '')) return false
  if (farOut(style['left']) || farOut(style['right']) || farOut(style['top'])) return true
  if (/rect\(\s*(0|1px)/.test(style['clip'] ?? '') || /inset\(\s*(50|100)%/.test(style['clip-path'] ?? '')) return true
  return /^[01]px$/.test(style['width'] ?? '') && /^[01]px$/.test(style['height'] ?? '')
}

function farOut(length: string | undefined): boolean {
  const match = /^-(\d+(?:\.\d+)?)(px|em|rem|vw|vh|%)?$/.exec(length ?? '')
  if (!match) return false
  const size = Number(match[1])
  return match[2] === 'px' || match[2] === undefined ? size >= 900 : size >= 90
}

export function lookOf(around: Look, element: Element, style: Style | undefined): Look {
  if (!style && !element.attrs['color'] && !element.attrs['bgcolor']) return around
  const look = { ...around }
  const size = style?.['font-size'] ?? /(?:^|\s)(\d[\w.%]*)(?:\/|\s)/.exec(style?.['font'] ?? '')?.[1]
  if (size !== undefined) look.tiny = isTiny(size) || (look.tiny && /(em|%)$/.test(size) && !size.endsWith('rem'))
  const visibility = style?.['visibility']
  if (visibility) look.invisible = /hidden|collapse/.test(visibility) && !(style && appearsLater(element, style))
  const color = style?.['color'] ?? element.attrs['color']
  if (color) look.color = normalColor(color)
  const background = style?.['background-color'] ?? style?.['background'] ?? element.attrs['bgcolor']
  if (/url\(|gradient/.test(`${background} ${style?.['background-image']}`)) look.background = ''
  else if (background && !/transparent|none|inherit|var\(/.test(background)) look.background = normalColor(background)
  return look
}

function isTiny(size: string): boolean {
  const match = /^(\d*\.?\d+)(px|pt|em|rem|%|vw)?$/.exec(size)
  if (!match) return false
  const value = Number(match[1])
  return (
    value === 0 || (match[2] === 'px' || match[2] === 'pt' ? value < 2 : match[2] === '%' ? value < 10 : value < 0.1)
  )
}

/** Nobody can read it: no size, not visible, or the colour of what is behind it. */
export function isUnreadable(look: Look): boolean {
  if (look.tiny || look.invisible) return true
  if (/^(#[0-9a-f]{6}00|transparent)$/.test(look.color)) return true
  return look.color !== '' && look.background !== '' && isSameColor(look.color, look.background)
}

const names: Record<string, string> = {
  white: '#ffffff',
  black: '#000000',
  red: '#ff0000',
  yellow: '#ffff00',
  gray: '#808080',
  grey: '#808080',
}

function normalColor(color: string): string {
  const first = color.trim().toLowerCase()
  const named = names[first.split(/\s/)[0] ?? '']
  if (named) return named
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])\b/.exec(first)
  if (short && first.length <= 5) return `#${short[1]}${short[1]}${short[2]}${short[2]}${short[3]}${short[3]}`
  const rgb = /rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)(?:[\s,/]+([\d.]+%?))?/.exec(first)
  if (!rgb) return /^#[0-9a-f]{6}/.exec(first)?.[0] ?? first
  if (rgb[4] !== undefined && parseFloat(rgb[4]) === 0) return 'transparent'
  return `#${[rgb[1], rgb[2], rgb[3]].map((part) => Number(part).toString(16).padStart(2, '0')).join('')}`
}

function isSameColor(a: string, b: string): boolean {
  if (a === b) return true
  if (!/^#[0-9a-f]{6}$/.test(a) || !/^#[0-9a-f]{6}$/.test(b)) return false
  const channels = [1, 3, 5].map((i) => Math.abs(parseInt(a.slice(i, i + 2), 16) - parseInt(b.slice(i, i + 2), 16)))
  return channels.every((gap) => gap <= 6)
}
