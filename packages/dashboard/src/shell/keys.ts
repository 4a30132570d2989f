import { html, type TemplateResult } from 'lit'
import { words } from '../strings/index.ts'

/** `/` filter · j and k along the rows · `?` the keys · ⌘K find. Rows and filters say so by `data-row`, `data-filter`. */
export function listenToKeys(open: (what: 'keys' | 'find') => void): void {
  addEventListener('keydown', (event) => {
    if ((event.metaKey || event.ctrlKey) && event.key.toLowerCase() === 'k') {
      event.preventDefault()
      return open('find')
    }
    if (event.metaKey || event.ctrlKey || event.altKey || event.isComposing || isWriting(event)) return
    if (document.querySelector('dialog[open]') !== null) return
    if (event.key === '?') return open('keys')
    if (event.key === '/') {
      event.preventDefault()
      document.querySelector<HTMLElement>('[data-filter]')?.focus()
    }
    if (event.key === 'j' || event.key === 'k') move(event.key === 'j' ? 1 : -1)
  })
}

function isWriting(event: KeyboardEvent): boolean {
  const target = event.composedPath()[0]
  return target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]')
}

function move(step: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')]
  const at = rows.findIndex((row) => row.contains(document.activeElement))
  const next = rows[at < 0 ? (step === 1 ? 0 : rows.length - 1) : at + step]
  next?.focus()
  next?.scrollIntoView({ block: 'nearest' })
}

export function keysView(): TemplateResult {
  const { keys } = words().shell
  const rows: [string[], string][] = [
    [['/'], keys.filter],
    [['j', 'k'], keys.move],
    [['Enter'], keys.open],
    [['⌘ K', 'Ctrl K'], keys.find],
    [['?'], keys.keys],
    [['Esc'], keys.close],
  ]
  return html`<dl class="keys">
    ${rows.map(
      ([names, what]) =>
        html`<dt>${names.map((name) => html`<kbd>${name}</kbd> `)}</dt>
          <dd>${what}</dd>`,
    )}
  </dl>`
}
