/** Bytes of a page or text file as a string, and how sure we were. */
export interface Decoded {
  text: string
  charset: string
  /** Some bytes made no sense in that charset and were replaced. */
  repaired: boolean
}

/** Charset by byte order mark, then the header, then the page's own meta tag, then by trying (UTF-8, else Windows-1252). */
export function decode(bytes: Uint8Array, contentType = ''): Decoded {
  const marked = byteOrderMark(bytes)
  if (marked) return decodeAs(bytes, marked)
  const named = /charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType)?.[1] ?? declaredInside(bytes)
  if (named && !/^utf-?8$/i.test(named)) return decodeAs(bytes, named.toLowerCase())
  return decodeUtf8(bytes)
}

function byteOrderMark(bytes: Uint8Array): string {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return ''
}

function declaredInside(bytes: Uint8Array): string | undefined {
  let head = ''
  for (const byte of bytes.subarray(0, 4096)) head += String.fromCharCode(byte)
  const meta = /<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1]
  const xml = /^<\?xml[^>]+encoding\s*=\s*["']([\w.:-]+)/i.exec(head)?.[1]
  // A page that can be read far enough to say "utf-16" is not UTF-16 (the HTML standard says the same).
  return (meta ?? xml)?.replace(/^utf-?16.*/i, 'utf-8')
}

function decodeAs(bytes: Uint8Array, charset: string): Decoded {
  try {
    const text = new TextDecoder(charset).decode(bytes)
    return { text, charset, repaired: text.includes('\ufffd') }
  } catch {
    return decodeUtf8(bytes)
  }
}

function decodeUtf8(bytes: Uint8Array): Decoded {
  const text = new TextDecoder('utf-8').decode(bytes)
  const broken = text.match(/\ufffd/g)?.length ?? 0
  if (broken === 0) return { text, charset: 'utf-8', repaired: false }
  const sound = text.match(/[^\0-\x7f\ufffd]/g)?.length ?? 0
  if (sound >= broken) return { text, charset: 'utf-8', repaired: true }
  return { text: new TextDecoder('windows-1252').decode(bytes), charset: 'windows-1252', repaired: false }
}
