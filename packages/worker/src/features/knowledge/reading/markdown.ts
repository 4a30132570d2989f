import { parse as parseYaml } from 'yaml'
import type { ReadDocument, ReadOptions } from './document.ts'
import { nameOf } from './docx.ts'
import { dayOf, primaryTag } from './head.ts'
import { readHtml } from './html.ts'
import { isItem } from './structured.ts'

/** Markdown by way of HTML: headings, lists, tables, links and quotes; front matter gives title, lang and date. */
export function readMarkdown(text: string, options: ReadOptions): ReadDocument {
  const { front, body } = frontMatter(text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'))
  const lang = primaryTag([front['lang'], front['language']].find((value) => typeof value === 'string') ?? '')
  const document = readHtml(`<html lang="${lang}"><body>${htmlOf(body)}</body></html>`, options)
  const heading = /^#{1,2}\s+(.+)$/m.exec(body)?.[1]?.replace(/\s+#+$/, '') ?? ''
  const title = typeof front['title'] === 'string' ? front['title'] : heading
  const dated = dayOf(front['date'] instanceof Date ? front['date'].toISOString() : front['date'])
  const passages = dated === '' ? document.passages : document.passages.map((passage) => ({ ...passage, dated }))
  return { ...document, title: title || nameOf(options.url), dated, passages }
}

function frontMatter(text: string): { front: Record<string, unknown>; body: string } {
  const match = /^---\n([\s\S]{0,20000}?)\n(?:---|\.\.\.)\n/.exec(text)
  if (!match) return { front: {}, body: text }
  const body = text.slice(match[0].length)
  try {
    const front: unknown = parseYaml(match[1] ?? '')
    return { front: isItem(front) ? front : {}, body }
  } catch {
    return { front: {}, body }
  }
}

/** Enough of CommonMark for reading; looks are not kept. */
function htmlOf(markdown: string): string {
  const out: string[] = []
  const lines = markdown.replace(/<!--[\s\S]*?-->/g, '').split('\n')
  let paragraph: string[] = []
  const lists: { tag: string; indent: number }[] = []
  const endParagraph = () => {
    if (paragraph.length > 0) out.push(`<p>${inline(paragraph.join('\n'))}</p>`)
    paragraph = []
  }
  const endLists = (indent: number) => {
    while ((lists.at(-1)?.indent ?? -1) > indent) out.push(`</li></${lists.pop()?.tag}>`)
  }
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? ''
    const fence = /^\s*(```+|~~~+)/.exec(line)?.[1]
    if (fence) {
      endParagraph()
      const end = lines.findIndex((other, n) => n > i && other.trim().startsWith(fence))
      out.push(`<pre>${escapeHtml(lines.slice(i + 1, end < 0 ? undefined : end).join('\n'))}</pre>`)
      i = end < 0 ? lines.length : end
      continue
    }
    const heading = /^ {0,3}(#{1,6})\s+(.*?)\s*#*$/.exec(line)
    const item = /^(\s*)(?:[-*+]|(\d{1,9})[.)])\s+(.*)$/.exec(line)
    const next = lines[i + 1] ?? ''
    if (heading) {
      endParagraph()
      endLists(-1)
      const level = heading[1]?.length ?? 1
      const { text, id } = headingId(heading[2] ?? '')
      out.push(`<h${level} id="${id}">${inline(text)}</h${level}>`)
    } else if (paragraph.length === 0 && /^\s*([-*_])(\s*\1){2,}\s*$/.test(line)) {
      endLists(-1)
      out.push('<hr>')
    } else if (paragraph.length === 1 && /^\s*(=+|-{2,})\s*$/.test(line)) {
      const level = line.includes('=') ? 1 : 2
      const { text, id } = headingId(paragraph.pop() ?? '')
      out.push(`<h${level} id="${id}">${inline(text)}</h${level}>`)
    } else if (line.includes('|') && /^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$/.test(next) && next.includes('-')) {
      endParagraph()
      endLists(-1)
      let end = i + 2
      while (end < lines.length && lines[end]?.includes('|')) end += 1
      out.push(tableOf(line, lines.slice(i + 2, end)))
      i = end - 1
    } else if (item) {
      endParagraph()
      const indent = item[1]?.length ?? 0
      const tag = item[2] ? 'ol' : 'ul'
      endLists(indent)
      if (lists.at(-1)?.indent === indent) out.push('</li><li>')
      else {
        lists.push({ tag, indent })
        out.push(`<${tag}><li>`)
      }
      paragraph = [item[3] ?? '']
      if (!/^\s+\S/.test(next) || /^\s*([-*+]|\d+[.)])\s/.test(next)) {
        out.push(inline(paragraph.join('\n')))
        paragraph = []
      }
    } else if (line.trim() === '') {
      endParagraph()
      if (!/^\s/.test(next) && !/^\s*([-*+]|\d+[.)])\s/.test(next)) endLists(-1)
    } else {
      if (paragraph.length === 0 && !/^\s/.test(line)) endLists(-1)
      paragraph.push(line.replace(/^\s*>\s?/, ''))
    }
  }
  endParagraph()
  endLists(-1)
  return out.join('\n')
}

/** `{#id}` when given, else the slug most renderers make. */
function headingId(heading: string): { text: string; id: string } {
  const named = /\s*\{#([\w-]+)\}\s*$/.exec(heading)
  const text = named ? heading.slice(0, named.index) : heading
  const slug = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .trim()
    .replace(/\s+/g, '-')
  return { text, id: named?.[1] ?? slug }
}

function tableOf(head: string, rows: readonly string[]): string {
  const cells = (row: string) =>
    row
      .trim()
      .replace(/^\||\|$/g, '')
      .split(/(?<!\\)\|/)
      .map((cell) => inline(cell.trim()))
  const header = cells(head)
    .map((cell) => `<th>${cell}</th>`)
    .join('')
  const body = rows.map(
    (row) =>
      `<tr>${cells(row)
        .map((cell) => `<td>${cell}</td>`)
        .join('')}</tr>`,
  )
  return `<table><tr>${header}</tr>${body.join('')}</table>`
}

function inline(text: string): string {
  return text
    .replace(/\\([\\`*_{}[\]()#+\-.!|>~])/g, (_, mark: string) => `&#${mark.charCodeAt(0)};`)
    .replace(/`([^`]+)`/g, (_, code: string) => escapeHtml(code))
    .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replace(/<(https?:[^>\s]+)>/g, '<a href="$1">$1</a>')
    .replace(/\[([^\]]+)\]\(\s*<?([^)\s>]+)>?(?:\s+["'][^)]*)?\)/g, '<a href="$2">$1</a>')
    .replace(/(\*\*|__)(?=\S)([\s\S]*?\S)\1/g, '<strong>$2</strong>')
    .replace(/(?<![\w*])\*(?=\S)([^*\n]*?\S)\*(?!\w)/g, '$1')
    .replace(/(?<!\w)_(?=\S)([^_\n]*?\S)_(?!\w)/g, '$1')
    .replace(/~~([^~]+)~~/g, '<del>$1</del>')
    .replace(/( {2,}|\\)\n/g, '<br>')
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}
