import { createFoyer } from '@foyer/sdk'
import type { FoyerWidget } from './element.ts'
import type { Emit } from './events.ts'
import type { Look } from './look.ts'
import { FoyerComposer } from './parts/composer/composer.ts'
import { FoyerLog } from './parts/log/log.ts'
import { FoyerMessageForm } from './parts/message-form/message-form.ts'
import { FoyerPanel } from './parts/panel/panel.ts'
import { Chat } from './session/chat.ts'

export interface PanelHandle {
  chat: Chat
  show(focus: boolean): void
  hide(): void
  remove(): void
}

interface Around {
  emit: Emit
  close(): void
  /** What the owner chose, or nothing known of it yet. */
  wear(look?: Look): void
  unread(count: number): void
  /** Whether a call goes on. */
  calling(on: boolean): void
}

/** Everything that a page loads only when somebody wants to talk. */
export function createPanel(host: FoyerWidget, root: ShadowRoot, around: Around): PanelHandle {
  definePart('foyer-composer', FoyerComposer)
  definePart('foyer-log', FoyerLog)
  definePart('foyer-message-form', FoyerMessageForm)
  definePart('foyer-panel', FoyerPanel)
  around.wear()
  const foyer = host.client ?? createFoyer({ publishableKey: host.publishableKey, baseUrl: host.baseUrl })
  const chat = new Chat(foyer, around.emit, [host.lang, document.documentElement.lang, ...navigator.languages])
  const panel = document.createElement('foyer-panel') as FoyerPanel
  panel.chat = chat
  panel.inline = host.mode === 'inline'
  panel.start = host.hasAttribute('data-start')
  panel.privacyUrl = host.getAttribute('privacy-url') ?? ''
  panel.hidden = !panel.inline
  panel.addEventListener('dismiss', () => around.close())
  let unread = 0
  host.addEventListener('foyer-message', ({ detail }) => {
    if (panel.hidden && detail.author !== 'visitor') around.unread(++unread)
  })
  chat.subscribe(() => around.calling(chat.voice.phase.kind === 'calling'))
  const dressed = chat.subscribe(() => {
    if (chat.desk.kind !== 'open') return
    around.wear(chat.desk.config.look)
    dressed()
  })
  const unfit = fitKeyboard(panel)
  root.append(panel)
  void chat.start()
  return {
    chat,
    show(focus) {
      panel.hidden = false
      unread = 0
      if (focus) panel.focus()
    },
    hide: () => void (panel.hidden = !panel.inline),
    remove() {
      unfit()
      chat.stop()
      panel.remove()
    },
  }
}

function definePart(name: string, part: CustomElementConstructor): void {
  if (customElements.get(name) === undefined) customElements.define(name, part)
}

/** A phone's keyboard covers the page without resizing it: the full-screen panel takes what is left. */
function fitKeyboard(panel: HTMLElement): () => void {
  const view = window.visualViewport
  const fit = () => {
    panel.style.setProperty('--_height', `${view?.height ?? innerHeight}px`)
    panel.style.setProperty('--_top', `${view?.offsetTop ?? 0}px`)
  }
  view?.addEventListener('resize', fit)
  return () => view?.removeEventListener('resize', fit)
}
