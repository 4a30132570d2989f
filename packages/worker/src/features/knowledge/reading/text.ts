import type { Block } from './blocks.ts'
import type { ReadDocument, ReadOptions } from './document.ts'
import { nameOf } from './docx.ts'
import { documentOf } from './lines.ts'
import { endsAsQuestion, tidy } from './words.ts'

/** Plain text: blank lines part paragraphs; a short line in capitals, underlined or ending in a colon is a heading. */
export function readText(text: string, options: ReadOptions): ReadDocument {
  const blocks: Block[] = []
  let headings: string[] = []
  let group = 0
  const paragraphs = text.replace(/\r\n?/g, '\n').split(/\n[ \t]*\n+/)
  for (const paragraph of paragraphs) {
    const lines = paragraph.split('\n')
    const first = tidy(lines[0] ?? '')
    const underlined = /^\s*(={3,}|-{3,})\s*$/.test(lines[1] ?? '')
    if (underlined || isCapitals(first)) {
      lines.splice(0, underlined ? 2 : 1)
      group += 1
      blocks.push({
        kind: 'heading',
        text: first,
        headings: [],
        anchor: '',
        lang: '',
        group,
        leads: endsAsQuestion(first),
      })
      headings = [first]
    }
    for (const line of joinWrapped(lines)) {
      const item = /^([-*•·–]|\d{1,2}[.)])\s+/.exec(line)
      const plain = item ? line.slice(item[0].length) : line
      if (!/[\p{L}\p{N}]/u.test(plain)) continue
      const leads = endsAsQuestion(plain) && plain.length <= 150
      if (leads) group += 1
      blocks.push({ kind: item ? 'list-item' : 'text', text: plain, headings, anchor: '', lang: '', group, leads })
    }
  }
  return documentOf(blocks.find(({ kind }) => kind === 'heading')?.text ?? nameOf(options.url), blocks, options)
}

function isCapitals(line: string): boolean {
  return (
    line.length >= 4 && line.length <= 80 && /\p{Lu}{3}/u.test(line) && !/\p{Ll}/u.test(line) && !/[.!]$/.test(line)
  )
}

/** Lines broken by a narrow editor are one sentence: the line before is long and does not end. */
function joinWrapped(lines: readonly string[]): string[] {
  const joined: string[] = []
  let before = ''
  for (const raw of lines) {
    const line = tidy(raw)
    const wraps = before.length >= 55 && !/[.!?:;؟]$/.test(before) && !/^([-*•·–]|\d{1,2}[.)])\s/.test(line)
    const last = joined.length - 1
    if (wraps && last >= 0) joined[last] = `${joined[last]} ${line}`
    else joined.push(line)
    before = line
  }
  return joined
}
