import type { Block } from './blocks.ts'
import { refuse, type ReadDocument, type ReadNote, type ReadOptions, type Refusal } from './document.ts'
import { nameOf } from './docx.ts'
import { dayOf } from './head.ts'
import { documentOf } from './lines.ts'
import { blocksOfPages } from './pdf-lines.ts'
import type { PdfPage } from './pdf-page.ts'
import { tidy } from './words.ts'

export const maxPdfPages = 300

/** Reads the text layer of a PDF, page by page; an anchor is `page=3`, which every viewer understands. */
export async function readPdf(bytes: Uint8Array, options: ReadOptions): Promise<ReadDocument | Refusal> {
  const { getDocumentProxy } = await import('unpdf')
  let pdf: Awaited<ReturnType<typeof getDocumentProxy>>
  try {
    // The parser takes the buffer for its own, so it gets a copy.
    pdf = await getDocumentProxy(bytes.slice(), { verbosity: 0 })
  } catch (error) {
    return refusalOf(error)
  }
  try {
    if (pdf.numPages > maxPdfPages) {
      return refuse(
        'too-many-pages',
        `This PDF has ${pdf.numPages} pages; we read up to ${maxPdfPages}. Split it and upload the parts.`,
      )
    }
    const pages: PdfPage[] = []
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number)
      const content = await page.getTextContent()
      pages.push(content.items.flatMap((item) => ('str' in item ? [item] : [])))
      page.cleanup()
    }
    const meta: { info?: object } = await pdf.getMetadata().catch(() => ({}))
    const info: Record<string, unknown> = { ...meta.info }
    return readPages(pages, info, options)
  } catch (error) {
    return refusalOf(error)
  } finally {
    await pdf.loadingTask.destroy()
  }
}

function readPages(
  pages: readonly PdfPage[],
  info: Record<string, unknown>,
  options: ReadOptions,
): ReadDocument | Refusal {
  const blank = pages.flatMap((page, i) => (page.some((item) => item.str.trim() !== '') ? [] : [i + 1]))
  if (blank.length === pages.length) {
    return refuse(
      'no-text-layer',
      'This PDF has no text in it, only pictures of pages (a scan) or nothing at all. Upload a version with text, or type the text in.',
    )
  }
  const { blocks, restored } = blocksOfPages(pages)
  const notes: ReadNote[] = []
  if (blank.length > 0) {
    const message = `${blank.length === 1 ? 'Page' : 'Pages'} ${blank.slice(0, 20).join(', ')} of this PDF ${blank.length === 1 ? 'has' : 'have'} no text (a picture, perhaps), so we could not read ${blank.length === 1 ? 'it' : 'them'}.`
    notes.push({ code: 'no-text-layer', pages: blank, message })
  }
  if (restored) {
    notes.push({
      code: 'right-to-left-restored',
      message:
        'This PDF stores its right-to-left text as it looks, not as it is read. We turned it around; check a few sentences.',
    })
  }
  const named = typeof info['Title'] === 'string' ? tidy(info['Title']) : ''
  const title = /^(untitled|document\d*|microsoft word - .*|.*\.(docx?|indd|pdf|pptx?))?$/i.test(named)
    ? titleOf(blocks, options)
    : named
  const read = documentOf(title, blocks, options, pdfDay(info['ModDate']) || pdfDay(info['CreationDate']))
  return { ...read, notes: [...read.notes, ...notes] }
}

function titleOf(blocks: readonly Block[], options: ReadOptions): string {
  const heading = blocks.find(({ kind }) => kind === 'heading')?.text
  return heading ?? nameOf(options.url)
}

function pdfDay(date: unknown): string {
  const match = typeof date === 'string' ? /^(?:D:)?(\d{4})(\d{2})(\d{2})/.exec(date) : null
  return match ? dayOf(`${match[1]}-${match[2]}-${match[3]}`) : ''
}

function refusalOf(error: unknown): Refusal {
  const name = error instanceof Error ? error.name : ''
  if (name === 'PasswordException') {
    return refuse(
      'encrypted',
      'This PDF is protected by a password, so we cannot read it. Save it without one and upload it again.',
    )
  }
  return refuse(
    'damaged',
    'This file is damaged or not a real PDF, so it cannot be read. Save it again as PDF and upload that.',
  )
}
