import { foldArabic } from './arabic.ts'

// Zero-width characters, bidirectional controls, soft hyphen, byte order mark, Arabic letter mark, variation selectors.
export const INVISIBLE = /[\u00AD\u034F\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFE00-\uFE0F\uFEFF]/gu
const CONTROLS = /[\u0000-\u0008\u000E-\u001F\u007F-\u009F]/gu

/**
 * One spelling for text that means the same to a reader: NFKC, no invisible characters, lower case, straight quotes and
 * dashes, folded Arabic letters and digits, single spaces. Latin accents stay; `fold` takes those too.
 */
export function normalise(text: string): string {
  return clean(text).replace(/\s+/gu, ' ').trim()
}

/** `normalise` and accents off Latin letters, as people leave them out when they type (`ñ` becomes `n`). */
export function fold(text: string): string {
  const clear = clean(text)
  if (!/[^\u0000-\u007F]/u.test(clear)) return clear
  return clear.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC')
}

function clean(text: string): string {
  if (/^[ -~]*$/u.test(text)) return text.toLowerCase()
  const visible = text.normalize('NFKC').replace(INVISIBLE, '').replace(CONTROLS, ' ')
  return foldArabic(visible)
    .toLowerCase()
    .replace(/[‘’‚‛ʼ`´]/gu, "'")
    .replace(/[“”„«»]/gu, '"')
    .replace(/[‐‑‒–—―−]/gu, '-')
}
