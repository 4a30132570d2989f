import type { ReadPassage, ReadQuestion } from './document.ts'
import { countSentences, cutLine } from './sentences.ts'
import { endsAsQuestion } from './words.ts'

/** One line of a document, as a reader found it. */
export interface Block {
  kind: 'heading' | 'text' | 'list-item' | 'table-row' | 'footer'
  text: string
  /** The headings above it, outermost first; for a heading, those above that heading. */
  headings: readonly string[]
  anchor: string
  lang: string
  /** Lines of one group may share a passage: a section, a list, a page of a PDF. */
  group: number
  /** Opens what follows: a question, an accordion's label, a line in bold. Stands in the same passage. */
  leads: boolean
}

export interface Assembled {
  text: string
  passages: ReadPassage[]
  questions: ReadQuestion[]
}

const maxChars = 600
const roomyChars = 350
const maxSentences = 4

/** Joins blocks to the document's text (one a line) and cuts it into passages that never cross a heading. */
export function assemble(blocks: readonly Block[], dated: string): Assembled {
  const starts: number[] = []
  let length = 0
  for (const block of blocks) {
    starts.push(length)
    length += block.text.length + 1
  }
  const text = blocks.map((block) => block.text).join('\n')
  const passages: ReadPassage[] = []
  let open: Open | undefined

  const close = () => {
    if (open) passages.push(passageOf(open, text, dated))
    open = undefined
  }
  blocks.forEach((block, i) => {
    const start = starts[i] ?? 0
    if (block.kind === 'heading') {
      close()
      open = openHeading(block, start, blocks[i + 1])
      if (open && !open.leading) close()
      return
    }
    if (block.kind === 'table-row' || block.text.length > maxChars) {
      if (!(open?.leading && block.kind !== 'table-row')) close()
      const lead: Open | undefined = open
      open = undefined
      cutLine(block.text, maxChars, block.kind === 'table-row' ? 99 : maxSentences).forEach(([from, to], n) => {
        const piece = { ...opened(block, start, block.group), start: start + from, end: start + to }
        const withLead = lead && n === 0 && start + to - lead.start <= maxChars
        if (lead && n === 0 && !withLead) passages.push(passageOf(lead, text, dated))
        const whole = withLead ? { ...piece, start: lead.start, kind: lead.kind } : piece
        passages.push(passageOf(whole, text, dated))
      })
      return
    }
    if (open && joins(open, block, start)) {
      open.end = start + block.text.length
      open.sentences += countSentences(block.text)
      open.leading = open.leading && block.leads
      if (open.kind === 'text' && block.kind === 'list-item') open.kind = 'list-item'
      open.last = block
      return
    }
    close()
    open = opened(block, start, block.group)
  })
  close()
  return { text, passages, questions: questionsOf(blocks) }
}

interface Open {
  start: number
  end: number
  kind: ReadPassage['kind']
  headings: readonly string[]
  anchor: string
  lang: string
  group: number
  sentences: number
  /** Everything in it so far only leads: whatever comes next in the group belongs to it. */
  leading: boolean
  last: Block
}

function opened(block: Block, start: number, group: number): Open {
  const { headings, anchor, lang } = block
  const asked = (block.leads || block.kind === 'heading') && block.kind !== 'footer' && endsAsQuestion(block.text)
  const kind = asked ? 'question' : block.kind === 'heading' ? 'text' : block.kind
  const leading = block.leads || block.kind === 'heading'
  // A long line is cut, not joined: its sentences are not asked for.
  const sentences = leading || block.text.length > maxChars ? 0 : countSentences(block.text)
  return { start, end: start + block.text.length, kind, headings, anchor, lang, group, sentences, leading, last: block }
}

function joins(open: Open, block: Block, start: number): boolean {
  if (open.group !== block.group || open.lang !== block.lang) return false
  if (start + block.text.length - open.start > maxChars) return false
  if (open.leading) return true
  if (block.leads) return false
  const introduced = block.kind === 'list-item' && /[:：]$/.test(open.last.text)
  if (open.last.kind !== block.kind && !introduced && open.kind !== 'question') return false
  const longEnough = open.end - open.start >= roomyChars
  return !longEnough && (block.kind !== 'text' || open.sentences + countSentences(block.text) <= maxSentences)
}

/** A question, a price or a number in a heading stands in the passage below it; with nothing below it, alone. */
function openHeading(block: Block, start: number, next: Block | undefined): Open | undefined {
  const under = next !== undefined && next.headings[block.headings.length] === block.text
  const follows = under && next.kind !== 'heading' && next.kind !== 'table-row'
  const tells = /\d/.test(block.text)
  // A price or an hour that stands alone needs its heading to mean something.
  const names = next !== undefined && next.text.length < 40 && !/[.!?؟:]$/.test(next.text)
  if (follows && (block.leads || tells || names || endsAsQuestion(block.text))) {
    const open = opened(block, start, next.group)
    const kind = next.kind === 'footer' ? 'footer' : open.kind
    return { ...open, kind, headings: next.headings, lang: next.lang }
  }
  if (tells || (block.leads && !follows) || (!under && block.text.split(' ').length > 2))
    return { ...opened(block, start, -1), leading: false }
  return undefined
}

function passageOf(open: Open, text: string, dated: string): ReadPassage {
  const { start, end, kind, headings, anchor, lang } = open
  return { lang, headings, anchor, kind, text: text.slice(start, end), start, end, dated }
}

function questionsOf(blocks: readonly Block[]): ReadQuestion[] {
  const questions: ReadQuestion[] = []
  blocks.forEach((block, i) => {
    if (!endsAsQuestion(block.text) || !(block.leads || block.kind === 'heading')) return
    const answer: string[] = []
    for (const line of blocks.slice(i + 1, i + 12)) {
      if (line.kind === 'heading' || line.leads || line.kind === 'footer') break
      if (block.kind !== 'heading' && line.group !== block.group) break
      answer.push(line.text)
    }
    if (answer.length > 0) questions.push({ question: block.text, answer: answer.join('\n') })
  })
  return questions
}
