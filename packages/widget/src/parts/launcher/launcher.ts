/** The round button, drawn without any library: it is all that a page pays for until somebody wants to talk. */
export interface Launcher {
  button: HTMLButtonElement
  /** `count` messages came while the panel was closed. */
  unread(count: number): void
  /** 'open': the panel is; 'busy': it is being fetched. */
  show(state: 'idle' | 'busy' | 'open'): void
  /** Words beside the icon; '' for the icon alone. */
  label(words: string): void
  /** A call goes on while the panel is closed. */
  calling(on: boolean): void
}

const words = {
  en: { open: 'Chat with us', unread: 'Chat with us, new messages:', call: 'Your call is on. Open it' },
  es: {
    open: 'Chatee con nosotros',
    unread: 'Chatee con nosotros, mensajes nuevos:',
    call: 'Su llamada sigue. Ábrala',
  },
  ar: { open: 'تحدث معنا', unread: 'تحدث معنا، رسائل جديدة:', call: 'مكالمتك جارية. افتحها' },
}

const bubble =
  'M4 6.5A2.5 2.5 0 0 1 6.5 4h11A2.5 2.5 0 0 1 20 6.5v7a2.5 2.5 0 0 1-2.5 2.5H11l-4.2 3.4c-.4.3-.8 0-.8-.4v-3A2.5 2.5 0 0 1 4 13.5z'

export function drawLauncher(lang: string): Launcher {
  const said = words[lang.slice(0, 2) as keyof typeof words] ?? words.en
  const button = document.createElement('button')
  const dot = document.createElement('i')
  const label = document.createElement('span')
  let name = said.open
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path')
  path.setAttribute('d', bubble)
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('aria-hidden', 'true')
  svg.append(path)
  dot.hidden = true
  button.type = 'button'
  button.lang = said === words.en ? 'en' : lang
  button.part.add('launcher')
  button.setAttribute('aria-haspopup', 'dialog')
  button.setAttribute('aria-expanded', 'false')
  button.ariaLabel = said.open
  label.dir = 'auto'
  button.append(svg, dot)
  return {
    button,
    unread(count) {
      dot.hidden = count === 0
      button.ariaLabel = count === 0 ? name : name === said.open ? `${said.unread} ${count}` : `${name} (${count})`
    },
    calling(on) {
      button.toggleAttribute('data-call', on)
      button.ariaLabel = on ? said.call : name
    },
    label(words) {
      name = words || said.open
      label.textContent = words
      button.ariaLabel = name
      button.toggleAttribute('data-words', words !== '')
      if (words === '') label.remove()
      else button.append(label)
    },
    show(state) {
      button.hidden = state === 'open'
      button.setAttribute('aria-expanded', String(state === 'open'))
      button.setAttribute('aria-busy', String(state === 'busy'))
    },
  }
}
