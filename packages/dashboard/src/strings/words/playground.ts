/** The Playground: the widget itself, and beside it why each answer was given. */
export interface PlaygroundWords {
  title: string
  /** Under the title: what it is for. */
  lead: string
  language: string
  detect: string
  time: string
  timeHint: string
  now: string
  newVisitor: string
  /** Spoken name of the widget's side. */
  widget: string
  turns: string
  empty: { title: string; what: string }
  edit: string
  editing: string
  runOn: string
  running: string
  cancel: string
  failed: string
}
