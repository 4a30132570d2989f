import { define } from './define.ts'

/**
 * `<script src="https://foyer.example/foyer.js" data-key="pk_…" async></script>`: draws the launcher in the corner.
 * Further `data-` attributes: `mode`, `lang`, `theme`, `accent`, `corner`, `launcher`, `privacy-url`, `base-url` (the script's
 * origin by default).
 * Without `data-key` it only registers the element.
 */
const script = document.currentScript as HTMLScriptElement | null

function draw(from: HTMLScriptElement): void {
  const element = document.createElement('foyer-widget')
  element.setAttribute('publishable-key', from.dataset['key'] ?? '')
  element.setAttribute('base-url', from.dataset['baseUrl'] ?? new URL(from.src).origin)
  for (const name of ['mode', 'lang', 'theme', 'accent', 'corner', 'launcher', 'privacy-url']) {
    const value = from.getAttribute(`data-${name}`)
    if (value !== null) element.setAttribute(name, value)
  }
  if (element.mode === 'inline') from.after(element)
  else document.body.append(element)
}

define()
if (script?.dataset['key'] !== undefined) {
  if (document.body === null) addEventListener('DOMContentLoaded', () => draw(script), { once: true })
  else draw(script)
}
