import type { SitePage } from '@foyer/sdk/admin'
import { html, nothing, type TemplateResult } from 'lit'
import { at } from '../../data/here.ts'
import { fill, words } from '../../strings/index.ts'

type State = SitePage['state']
const states = ['read', 'unchanged', 'skipped', 'failed', 'gone'] as const
const tone: Record<State, string> = {
  found: '',
  read: 'pine',
  unchanged: 'pine',
  skipped: '',
  failed: 'brick',
  gone: '',
}

/** Every page that was met, with what became of it and why; what needs scripts can be pasted instead. */
export function pagesView(
  pages: readonly SitePage[],
  chosen: State | '',
  choose: (state: State | '') => void,
): TemplateResult {
  const { source: say } = words().knowledge
  const names = words().setup.site.pages
  const there = states.filter((state) => pages.some((page) => page.state === state))
  const shown = pages.filter(({ state }) => state !== 'found' && (chosen === '' || state === chosen))
  const scripted = pages.filter(({ code }) => code === 'needs-scripts').length
  return html`${scripted === 0 ? nothing : html`<p class="note">${fill(say.scripts, { n: scripted })}</p>`}
    ${
      there.length < 2
        ? nothing
        : html`<div class="tools">
            <span class="segments" role="group" aria-label=${say.filter}>
              ${(['', ...there] as const).map(
                (state) =>
                  html`<button type="button" aria-pressed=${String(state === chosen)} @click=${() => choose(state)}>
                    ${state === '' ? say.all : names[state]}
                  </button>`,
              )}
            </span>
          </div>`
    }
    <ul class="rows">
      ${shown.map((page) => html`<li>${pageRow(page)}</li>`)}
    </ul>`
}

function pageRow({ url, state, reason, code, documentId }: SitePage): TemplateResult {
  const { source: say } = words().knowledge
  const paste = at(`/knowledge?add=text&title=${encodeURIComponent(url)}`)
  return html`<div class="plain" data-row tabindex="-1">
    <span class="page">
      ${
        documentId === ''
          ? html`<bdi class="one-line" dir="ltr">${url}</bdi>`
          : html`<a class="one-line" dir="ltr" href=${at(`/knowledge/documents/${documentId}`)}>${url}</a>`
      }
      <span class="tag ${tone[state]}">${words().setup.site.pages[state]}</span>
    </span>
    ${reason === '' ? nothing : html`<small class="soft">${reason}</small>`}
    ${code === 'needs-scripts' ? html`<a class="link small" href=${paste}>${say.paste}</a>` : nothing}
  </div>`
}
