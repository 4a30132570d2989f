import { zipSync, type Zippable } from 'fflate'
import { isRefusal, refuse, type ReadDocument, type ReadOptions, type Refusal } from './document.ts'
import { readHtml } from './html.ts'
import { openZip } from './zip.ts'

export const docxLimits = { entries: 2000, inflatedBytes: 50 * 1_048_576 }
/** The words alone: pictures do not count here. A document of a thousand pages stays far below it. */
const maxWordBytes = 8 * 1_048_576

/** Reads a Word document (.docx) with its headings, lists and tables. Pictures are left out. */
export async function readDocx(bytes: Uint8Array, options: ReadOptions): Promise<ReadDocument | Refusal> {
  const parts = openZip(bytes, docxLimits, (name) => /\.(xml|rels)$/i.test(name))
  if (isRefusal(parts)) return parts
  if (
    !parts.some(({ name }) => /^word\/document.*\.xml$/i.test(name)) &&
    !parts.some(({ name }) => name === '[Content_Types].xml')
  ) {
    return refuse('unsupported-type', 'This is a ZIP archive, not a Word document. Upload the files in it one by one.')
  }
  if (parts.reduce((sum, part) => sum + part.bytes.length, 0) > maxWordBytes) {
    return refuse(
      'too-large',
      'The text of this document is larger than we can read at once. Split it in two and upload both.',
    )
  }
  // Only what was counted reaches the converter: a fresh archive of the text parts, without compression.
  const counted: Zippable = {}
  for (const part of parts) counted[part.name] = [part.bytes, { level: 0 }]
  const archive = zipSync(counted)
  const html = await convert(archive)
  if (typeof html !== 'string') return html
  const title = titleOf(parts.find(({ name }) => name === 'docProps/core.xml')?.bytes)
  const document = readHtml(html, options)
  if (document.text === '') {
    return refuse(
      'empty',
      'There are no words in this document. If it holds scanned pictures, type the text in or upload a version with text.',
    )
  }
  const heading = document.passages[0]?.headings[0]
  return { ...document, title: title || heading || nameOf(options.url) }
}

async function convert(archive: Uint8Array): Promise<string | Refusal> {
  const { default: mammoth } = await import('mammoth')
  const input = { arrayBuffer: archive.buffer, buffer: archive }
  try {
    // The converter's Node build reads `buffer`, its browser build `arrayBuffer`.
    const result = await mammoth.convertToHtml(input as unknown as { arrayBuffer: ArrayBuffer }, {
      convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
      styleMap: ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => p:fresh"],
      externalFileAccess: false,
    })
    return result.value
  } catch {
    return refuse(
      'damaged',
      'This Word document is damaged, so it cannot be read. Open it in your word processor, save it again and upload that.',
    )
  }
}

function titleOf(core: Uint8Array | undefined): string {
  if (!core) return ''
  const title = /<dc:title>([^<]*)<\/dc:title>/.exec(new TextDecoder().decode(core))?.[1] ?? ''
  return readHtml(title, { url: '' }).text.split('\n')[0] ?? ''
}

export function nameOf(path: string): string {
  const name = path.split(/[\\/]/).at(-1) ?? path
  return (
    name
      .replace(/\.[a-z0-9]{1,5}$/i, '')
      .replace(/[-_]+/g, ' ')
      .trim() || path
  )
}
