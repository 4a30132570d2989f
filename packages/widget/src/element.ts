import type { Foyer } from '@foyer/sdk'
import { type Emit, emitFrom } from './events.ts'
import type { PanelHandle } from './panel-chunk.ts'
import { type Launcher, drawLauncher } from './parts/launcher/launcher.ts'
import { fetchLook, type Look, wear } from './look.ts'
import { launcherStyles } from './parts/launcher/launcher.styles.ts'

type Identity = string | (() => Promise<string>)

// On a server there is no HTMLElement; the class can still be imported and named there.
const Base = globalThis.HTMLElement ?? (Object as unknown as typeof HTMLElement)

/**
 * The receptionist on a page.
 *
 * Attributes: `publishable-key` (`pk_…`, required) · `base-url` (where Foyer is; the page's origin by default) ·
 * `mode` `floating` (default) or `inline` · `lang` (else the page's) · `theme` `light` or `dark` (else the device's) ·
 * `privacy-url` (linked from the note above the input) · `accent` (any CSS colour) · `corner` `sharp`, `soft` or `round` ·
 * `launcher` (words beside its icon). What these say wins over the look that the owner chose.
 *
 * Custom properties: `--foyer-accent` · `--foyer-font` · `--foyer-radius` (16px) · `--foyer-offset` (20px from the
 * corner) · `--foyer-z-index` · `--foyer-height` (inline; 560px). Parts: `launcher`, `panel`.
 *
 * @fires foyer-open @fires foyer-close @fires foyer-message @fires foyer-lead @fires foyer-error
 */
export class FoyerWidget extends Base {
  /** A client of your own instead of `publishable-key`; set it before the element stands in a page. */
  client: Foyer | undefined
  #launcher: Launcher | undefined
  #panel: Promise<PanelHandle> | undefined
  #root: ShadowRoot | undefined
  #isOpen = false
  #identity: Identity | undefined
  #context: Record<string, string> | undefined
  #look: Look | undefined

  get publishableKey(): string {
    return this.getAttribute('publishable-key') ?? ''
  }
  set publishableKey(key: string) {
    this.setAttribute('publishable-key', key)
  }
  get baseUrl(): string {
    return this.getAttribute('base-url') ?? location.origin
  }
  set baseUrl(url: string) {
    this.setAttribute('base-url', url)
  }
  get mode(): 'floating' | 'inline' {
    return this.getAttribute('mode') === 'inline' ? 'inline' : 'floating'
  }
  set mode(mode: 'floating' | 'inline') {
    this.setAttribute('mode', mode)
  }
  get isOpen(): boolean {
    return this.#isOpen
  }

  connectedCallback(): void {
    const root = (this.#root ??= this.#draw())
    if (this.mode === 'inline') {
      void this.#load().catch(() => {})
      return
    }
    if (root.querySelector('button') === null) {
      const page = document.documentElement
      const rightToLeft = this.closest('[dir]')?.getAttribute('dir') === 'rtl'
      this.#launcher = drawLauncher(this.lang || page.lang)
      this.#launcher.button.addEventListener('click', () => void this.open().catch(() => {}))
      for (const hint of ['pointerenter', 'focus'])
        this.#launcher.button.addEventListener(hint, () => void fetchPanel().catch(() => {}), { once: true })
      this.toggleAttribute('data-start', rightToLeft)
      root.append(this.#launcher.button)
      this.#wear()
      if (this.client === undefined && this.publishableKey !== '' && !this.hasAttribute('accent'))
        void fetchLook(this.baseUrl, this.publishableKey)
          .then((look) => this.#wear(look))
          .catch(() => {})
    }
    this.#rise()
    this.addEventListener('foyer-message', () => remember(this.#isOpen))
    if (wasOpen() && matchMedia('(min-width: 480px)').matches) void this.#show(false).catch(() => {})
  }

  disconnectedCallback(): void {
    void this.#panel?.then((panel) => panel.remove()).catch(() => {})
    this.#panel = undefined
    this.#isOpen = false
    this.#launcher?.show('idle')
  }

  /** Opens the panel and puts the focus into its input. */
  async open(): Promise<void> {
    await this.#show(true)
  }

  /** Closes it; the focus returns to the launcher. */
  close(): void {
    if (!this.#isOpen || this.mode === 'inline') return
    this.#isOpen = false
    remember(false)
    this.#launcher?.show('idle')
    void this.#panel?.then((panel) => panel.hide()).catch(() => {})
    this.#launcher?.button.focus()
    this.#emit('foyer-close')
  }

  /** Opens the panel and says this in the visitor's name. */
  async ask(text: string): Promise<void> {
    const panel = await this.#show(true)
    await panel.chat.send(text)
  }

  /**
   * Tells who the visitor is, by a JWT your server signed, or a function that fetches one. Until the visitor says
   * something nothing is sent.
   */
  async identify(identity: Identity): Promise<void> {
    this.#identity = identity
    const panel = await this.#panel
    await panel?.chat.identify(identity)
  }

  /** Log-out: forgets visitor and conversation on this device. */
  async forget(): Promise<void> {
    this.#identity = undefined
    const panel = await this.#load()
    await panel.chat.forget()
  }

  /** Hints about the page or the visitor, for the next conversation; never instructions. */
  setContext(context: Record<string, string>): void {
    this.#context = context
    void this.#panel?.then((panel) => panel.chat.setContext(context)).catch(() => {})
  }

  #wear(look = this.#look): void {
    this.#look = look
    const label = wear(this, this.lang || document.documentElement.lang || 'en', look)
    this.#launcher?.label(label)
  }

  readonly #emit: Emit = emitFrom(this)

  #draw(): ShadowRoot {
    const root = this.attachShadow({ mode: 'open' })
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(launcherStyles)
    root.adoptedStyleSheets = [sheet]
    return root
  }

  /** Into the top layer, where no transform, overflow or z-index of the page reaches. */
  #rise(): void {
    if (!('popover' in this) || this.matches(':popover-open')) return
    this.popover = 'manual'
    this.showPopover()
  }

  async #show(focus: boolean): Promise<PanelHandle> {
    const loading = this.#load()
    this.#launcher?.show('busy')
    try {
      const panel = await loading
      panel.show(focus)
      if (this.mode === 'floating') this.#launcher?.show('open')
      this.#launcher?.unread(0)
      if (!this.#isOpen) this.#emit('foyer-open')
      this.#isOpen = true
      remember(true)
      return panel
    } catch (error) {
      this.#launcher?.show('idle')
      console.warn('Foyer: the panel could not be opened.', error)
      this.#emit('foyer-error', { code: 'unreachable', message: String(error) })
      throw error
    }
  }

  #load(): Promise<PanelHandle> {
    this.#panel ??= fetchPanel()
      .then(({ createPanel }) => {
        const panel = createPanel(this, this.#root as ShadowRoot, {
          emit: this.#emit,
          close: () => this.close(),
          wear: (look) => this.#wear(look),
          calling: (on) => this.#launcher?.calling(on),
          unread: (count) => this.#launcher?.unread(this.#isOpen || this.mode === 'inline' ? 0 : count),
        })
        if (this.#context !== undefined) panel.chat.setContext(this.#context)
        if (this.#identity !== undefined) void panel.chat.identify(this.#identity).catch(() => {})
        return panel
      })
      .catch((error: unknown) => {
        this.#panel = undefined
        throw error
      })
    return this.#panel
  }
}

function fetchPanel() {
  return import('./panel-chunk.ts')
}

/** Whether the panel was open on the page before: noted for this tab only, and only once the visitor has spoken. */
function wasOpen(): boolean {
  try {
    return sessionStorage.getItem('foyer:open') === '1'
  } catch {
    return false
  }
}

function remember(open: boolean): void {
  try {
    const spoken = Object.keys(localStorage).some((name) => name.startsWith('foyer:'))
    if (open && spoken) sessionStorage.setItem('foyer:open', '1')
    else sessionStorage.removeItem('foyer:open')
  } catch {
    // Storage is refused: the panel then starts closed on every page.
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'foyer-widget': FoyerWidget
  }
}
