const arabicDigits = '٠١٢٣٤٥٦٧٨٩'
const persianDigits = '۰۱۲۳۴۵۶۷۸۹'
const single: Record<string, string> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ة: 'ه',
  ؤ: 'و',
  ئ: 'ي',
  '٪': '%',
  '٫': '.',
  '٬': ',',
  '،': ',',
  '؛': ';',
  '؟': '?',
  '’': "'",
  '‘': "'",
  '´': "'",
  '`': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '−': '-',
  '‑': '-',
  '‒': '-',
  '\u00a0': ' ',
  '\u202f': ' ',
  '\u2009': ' ',
}

/** Marks, digit scripts, dash and quote shapes made one; case is kept. Arabic alef, ya, ta marbuta and hamza seats folded. */
export function foldShapes(text: string): string {
  const bare = text
    .normalize('NFD')
    .replace(/[\u0300-\u036f\u064b-\u065f\u0670\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .normalize('NFC')
  let out = ''
  for (const char of bare) {
    const digit = Math.max(arabicDigits.indexOf(char), persianDigits.indexOf(char))
    out += digit >= 0 ? String(digit) : (single[char] ?? char)
  }
  return out
}

/** `foldShapes` in lower case: what patterns are matched against. */
export function fold(text: string): string {
  return foldShapes(text).toLowerCase()
}
