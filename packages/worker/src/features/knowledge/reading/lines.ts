import { assemble, type Block } from './blocks.ts'
import { blankDocument, ordersNote, type ReadDocument, type ReadOptions } from './document.ts'
import { primaryTag } from './head.ts'
import { leaveOutOrders } from './injected.ts'

/** A document from blocks whose language is yet to be found. */
export function documentOf(title: string, blocks: readonly Block[], options: ReadOptions, dated = ''): ReadDocument {
  const sample = blocks
    .slice(0, 60)
    .map((block) => block.text)
    .join('\n')
    .slice(0, 4000)
  const arabic = sample.match(/\p{Script=Arabic}/gu)?.length ?? 0
  const guess = arabic > (sample.match(/\p{L}/gu)?.length ?? 0) / 2 ? 'ar' : 'und'
  const lang = primaryTag(options.detectLanguage?.(sample) ?? '') || guess
  const spoken = lang === 'und' ? guess : lang
  const clean = leaveOutOrders(blocks)
  const named = clean.blocks.map((block) => (block.lang === '' ? { ...block, lang: spoken } : block))
  const notes = clean.orders > 0 ? [ordersNote(clean.orders)] : []
  return { ...blankDocument(title), ...assemble(named, dated), lang: spoken, dated, notes }
}
