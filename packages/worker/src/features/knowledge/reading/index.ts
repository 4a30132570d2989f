export { decode } from './decode.ts'
export {
  isRefusal,
  refuse,
  type ReadDocument,
  type ReadLink,
  type ReadNote,
  type ReadOptions,
  type ReadPassage,
  type ReadQuestion,
  type Refusal,
  type RefusalCode,
} from './document.ts'
export { readCsv } from './csv.ts'
export { readDocx } from './docx.ts'
export { kindOf, maxFileBytes, readFile, type FileKind, type FileOptions } from './file.ts'
export { readRobots } from './head.ts'
export { inflateUpTo, joined } from './inflate.ts'
export { readHtml } from './html.ts'
export { readMarkdown } from './markdown.ts'
export { readPdf } from './pdf.ts'
export { readText } from './text.ts'
