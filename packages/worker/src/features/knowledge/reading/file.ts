import { readCsv } from './csv.ts'
import { decode } from './decode.ts'
import { isRefusal, refuse, type ReadDocument, type ReadOptions, type Refusal } from './document.ts'
import { nameOf, readDocx } from './docx.ts'
import { readHtml } from './html.ts'
import { readMarkdown } from './markdown.ts'
import { readPdf } from './pdf.ts'
import { readText } from './text.ts'

export const maxFileBytes = 20 * 1_048_576

export type FileKind = 'html' | 'pdf' | 'docx' | 'markdown' | 'text' | 'csv'

export interface FileOptions {
  /** The file's name or its path relative to the folder that was read. */
  name: string
  contentType?: string
  detectLanguage?: (text: string) => string
}

/** Reads any file we take, by what its bytes are first, and by its name and type second. Never throws. */
export async function readFile(bytes: Uint8Array, options: FileOptions): Promise<ReadDocument | Refusal> {
  const { name, contentType = '', detectLanguage } = options
  if (bytes.length > maxFileBytes) {
    return refuse(
      'too-large',
      `${name} is larger than 20 MB, the most we read at once. Split it, or leave out the pictures.`,
    )
  }
  if (bytes.length === 0)
    return refuse('empty', `${name} is empty: it has no bytes. Check that it was saved and upload it again.`)
  const kind = kindOf(bytes, name, contentType)
  if (isRefusal(kind)) return kind
  const read = await readAs(kind, bytes, contentType, { url: name, ...(detectLanguage ? { detectLanguage } : {}) })
  if (!isRefusal(read) && read.text === '') {
    return refuse('empty', `There are no words in ${name}. If it holds pictures of text, type the text in instead.`)
  }
  return read
}

async function readAs(
  kind: FileKind,
  bytes: Uint8Array,
  contentType: string,
  options: ReadOptions,
): Promise<ReadDocument | Refusal> {
  if (kind === 'pdf') return readPdf(bytes, options)
  if (kind === 'docx') return readDocx(bytes, options)
  const { text, repaired } = decode(bytes, contentType)
  const read = readDecoded(kind, text, options)
  if (repaired && !isRefusal(read)) {
    const message =
      'Some characters of this file could not be made out and show as �. Save it as UTF-8 and upload it again.'
    read.notes.push({ code: 'encoding-repaired', message })
  }
  return read
}

function readDecoded(
  kind: 'html' | 'markdown' | 'text' | 'csv',
  text: string,
  options: ReadOptions,
): ReadDocument | Refusal {
  switch (kind) {
    case 'html': {
      const read = readHtml(text, options)
      return { ...read, title: read.title === options.url ? nameOf(options.url) : read.title }
    }
    case 'markdown':
      return readMarkdown(text, options)
    case 'csv':
      return readCsv(text, options)
    case 'text':
      return readText(text, options)
    default:
      return kind satisfies never
  }
}

const kinds: Record<string, FileKind> = {
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  pdf: 'pdf',
  docx: 'docx',
  md: 'markdown',
  markdown: 'markdown',
  mdx: 'markdown',
  txt: 'text',
  text: 'text',
  csv: 'csv',
  tsv: 'csv',
}
const types: [RegExp, FileKind][] = [
  [/^(text\/html|application\/xhtml\+xml)/i, 'html'],
  [/^application\/pdf/i, 'pdf'],
  [/^application\/vnd\.openxmlformats-officedocument\.wordprocessingml\.document/i, 'docx'],
  [/^text\/(x-)?markdown/i, 'markdown'],
  [/^(text\/csv|text\/tab-separated-values)/i, 'csv'],
  [/^text\/plain/i, 'text'],
]

export function kindOf(bytes: Uint8Array, name: string, contentType: string): FileKind | Refusal {
  let head = ''
  for (const byte of bytes.subarray(0, 1024)) head += String.fromCharCode(byte)
  const ending = /\.([a-z0-9]+)$/i.exec(name.replace(/[?#].*$/, ''))?.[1]?.toLowerCase() ?? ''
  const typed = types.find(([pattern]) => pattern.test(contentType))?.[1]
  if (head.includes('%PDF-')) return 'pdf'
  if (head.startsWith('PK\u0003\u0004')) {
    return /^(xlsx|pptx|odt|ods|epub|zip|jar|pages|numbers)$/.test(ending) ? unsupported(name) : 'docx'
  }
  if (head.startsWith('\u00d0\u00cf\u0011\u00e0')) return oldOffice(name, bytes)
  const marked = /^(\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/.test(head)
  if (!marked && head.includes('\0')) return unsupported(name)
  const kind = kinds[ending] ?? typed
  if (kind === 'pdf' || kind === 'docx') {
    return refuse(
      'damaged',
      `${name} is named like a ${kind === 'pdf' ? 'PDF' : 'Word document'} but its content is not one. Save it again and upload that.`,
    )
  }
  if (kind && !(kind === 'text' && typed === 'html')) return kind
  if (typed) return typed
  if (/^\s*(<!doctype html|<html|<head|<body)/i.test(head)) return 'html'
  return ending === '' ? 'text' : unsupported(name)
}

/** An encrypted .docx is an old-style container too, with a stream of that name. */
function oldOffice(name: string, bytes: Uint8Array): Refusal {
  const start = new TextDecoder('utf-16le').decode(bytes.subarray(0, Math.min(bytes.length, 65_536) & ~1))
  if (start.includes('EncryptedPackage')) {
    return refuse('encrypted', `${name} is protected by a password. Save it without one and upload it again.`)
  }
  return refuse(
    'unsupported-type',
    `${name} is in an old Office format that we do not read. Save it as .docx or PDF and upload that.`,
  )
}

function unsupported(name: string): Refusal {
  return refuse(
    'unsupported-type',
    `We do not read files like ${name}. We read PDF, Word (.docx), Markdown, HTML, plain text and CSV of questions and answers.`,
  )
}
