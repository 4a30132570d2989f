import { FoyerWidget } from './element.ts'

/** Registers `<foyer-widget>`; does nothing on a server, or when it is registered already. */
export function define(): void {
  const elements = globalThis.customElements as CustomElementRegistry | undefined
  if (elements !== undefined && elements.get('foyer-widget') === undefined) elements.define('foyer-widget', FoyerWidget)
}
