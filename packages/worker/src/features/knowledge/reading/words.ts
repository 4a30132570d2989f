/** Invisible characters that carry no words: soft hyphens, zero-width spaces, direction marks, tag characters. */
const invisible = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufffc\u{e0000}-\u{e007f}]/gu
// oxlint-disable-next-line no-control-regex
const control = /[\0-\x08\x0e-\x1f\x7f-\x9f]/g

/** One line of readable text: composed, invisible characters out, whitespace folded. */
export function tidy(text: string): string {
  const plain = isAscii(text) ? text : text.normalize('NFC').replace(invisible, '')
  return plain.replace(control, ' ').replace(/\s+/g, ' ').trim()
}

function isAscii(text: string): boolean {
  // oxlint-disable-next-line no-control-regex
  return /^[\0-\x7f]*$/.test(text)
}

export function endsAsQuestion(text: string): boolean {
  return /[?؟?]["'”’)\]]*$/.test(text)
}

/** Folded for comparing: lower case, letters and digits only. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
