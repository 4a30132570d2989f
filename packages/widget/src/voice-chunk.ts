import { FoyerCallBar } from './parts/call-bar/call-bar.ts'

export { RunningCall } from './session/running-call.ts'

/** Everything that a page loads only when somebody wants to talk aloud. */
if (customElements.get('foyer-call-bar') === undefined) customElements.define('foyer-call-bar', FoyerCallBar)
