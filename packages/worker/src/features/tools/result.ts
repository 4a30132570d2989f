const mostLines = 40
const longestLine = 300

/** A tool's answer as lines that can be quoted, `field: value` each; nested fields as `a.b`. Control characters are left out. */
export function linesOf(result: unknown): string {
  const lines: string[] = []
  const add = (name: string, value: unknown): void => {
    if (lines.length >= mostLines || value === null || value === undefined) return
    if (Array.isArray(value)) value.slice(0, 10).forEach((one, at) => add(`${name}.${at + 1}`, one))
    else if (typeof value === 'object')
      for (const [key, held] of Object.entries(value)) add(name === '' ? key : `${name}.${key}`, held)
    else
      lines.push(
        `${plain(name === '' ? 'result' : name)}: ${plain(typeof value === 'string' ? value : JSON.stringify(value))}`,
      )
  }
  add('', result)
  return lines.join('\n')
}

const plain = (text: string) =>
  text
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
    .replace(/ +/g, ' ')
    .trim()
    .slice(0, longestLine)

/** The line of a field, with its place in the lines; null when the result has no such field. */
export function lineOf(
  lines: string,
  field: string,
): { text: string; value: string; start: number; end: number } | null {
  let start = 0
  for (const text of lines.split('\n')) {
    if (text.startsWith(`${field}: `)) {
      return { text, value: text.slice(field.length + 2), start, end: start + text.length }
    }
    start += text.length + 1
  }
  return null
}
