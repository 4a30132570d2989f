export { define } from './define.ts'
export { FoyerWidget } from './element.ts'
export type { FoyerWidgetEventMap } from './events.ts'
