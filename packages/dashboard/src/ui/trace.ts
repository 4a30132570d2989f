import { FoyerTrace } from '@foyer/widget/trace'

/** `<foyer-trace .trace=…>`: the picture of an answer, the same one that the widget's "Why?" opens. */
export function defineTrace(): void {
  if (customElements.get('foyer-trace') === undefined) customElements.define('foyer-trace', FoyerTrace)
}
