import { LitElement, type PropertyDeclarations } from 'lit'

/** A page draws into the document itself: one style sheet, and labels reach across parts. */
export abstract class Page extends LitElement {
  static override properties: PropertyDeclarations = { params: { attribute: false }, query: { attribute: false } }
  declare params: Readonly<Record<string, string>>
  declare query: URLSearchParams

  protected override createRenderRoot(): HTMLElement {
    return this
  }

  /** The page's name in the tab, after the first drawing. */
  protected named(title: string): void {
    document.title = `${title} · Foyer`
  }
}
