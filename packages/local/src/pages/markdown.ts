// The part of Markdown that the guides use: headings, paragraphs, lists, tables, fences, and inline code, links and emphasis.

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** Headings carry their text as id, in the form that GitHub gives them; links to `name.md` become links to `name`. */
export function toHtml(markdown: string): string {
  const parts = markdown.split(/^(```[^\n]*\n[\s\S]*?^```)$/gm)
  return parts
    .map((part) =>
      part.startsWith('```')
        ? fence(part)
        : part
            .split(/\n{2,}/)
            .map(block)
            .join('\n'),
    )
    .join('\n')
}

export const titleOf = (markdown: string): string => /^# (.+)$/m.exec(markdown)?.[1] ?? ''

const fence = (part: string): string =>
  `<pre><code>${escaped(part.replace(/^```[^\n]*\n/, '').replace(/```$/, ''))}</code></pre>`

function block(text: string): string {
  const trimmed = text.trim()
  if (trimmed === '') return ''
  const heading = /^(#{1,4}) (.+)$/.exec(trimmed)
  if (heading !== null)
    return `<h${heading[1]?.length} id="${idOf(heading[2] ?? '')}">${inline(heading[2] ?? '')}</h${heading[1]?.length}>`
  if (trimmed.startsWith('- '))
    return `<ul>${trimmed
      .split(/\n(?=- )/)
      .map((item) => `<li>${inline(item.slice(2))}</li>`)
      .join('')}</ul>`
  if (trimmed.startsWith('|')) return table(trimmed.split('\n'))
  return `<p>${inline(trimmed)}</p>`
}

function table([head = '', , ...rows]: string[]): string {
  const cells = (row: string) =>
    row
      .replace(/^\||\|$/g, '')
      .split('|')
      .map((cell) => inline(cell.trim()))
  const line = (row: string, tag: 'td' | 'th') =>
    `<tr>${cells(row)
      .map((cell) => `<${tag}>${cell}</${tag}>`)
      .join('')}</tr>`
  return `<div class="wide"><table><thead>${line(head, 'th')}</thead><tbody>${rows.map((row) => line(row, 'td')).join('')}</tbody></table></div>`
}

function inline(text: string): string {
  return text
    .split(/(`[^`]+`)/)
    .map((piece) =>
      piece.startsWith('`') && piece.length > 1
        ? `<code>${escaped(piece.slice(1, -1))}</code>`
        : spoken(escaped(piece)),
    )
    .join('')
}

const spoken = (text: string): string =>
  text
    .replace(
      /\[([^\]]+)\]\(([^)\s]+)\)/g,
      (_whole, words: string, to: string) => `<a href="${to.replace(/\.md(?=#|$)/, '')}">${words}</a>`,
    )
    .replace(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>')
    .replace(/\*([^*]+)\*/g, '<em>$1</em>')

const idOf = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(/\s+/g, '-')
