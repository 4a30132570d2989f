/** The Playbook: what the owner wants said, drafted and published as numbered versions. */
export interface PlaybookWords {
  title: string
  tabs: Record<'scenarios' | 'rules' | 'tone' | 'voice' | 'versions', string>
  /** Beside the title: which version answers now, and how the draft stands. */
  live: string
  never: string
  saved: string
  saving: string
  notSaved: string
  /** `{n}` is the number it will have. */
  publish: string
  published: string
  back: string
  /** Somebody else changed the draft meanwhile. */
  conflict: string
  takeTheirs: string
  readOnly: string
  filter: string
  add: string
  remove: string
  removed: string
  name: string
  newScenario: string
  newRule: string
  examples: string
  examplesHint: string
  say: string
  sayHint: string
  knowledge: string
  offer: string
  offers: Record<'none' | 'message' | 'handoff', string>
  phrases: string
  phrasesHint: string
  greeting: string
  style: string
  styles: Record<'warm' | 'plain' | 'formal', string>
  spanish: string
  spanishes: Record<'usted' | 'tu', string>
  suggestions: string
  suggestionsHint: string
  emergency: string
  emergencyHint: string
  sentences: string
  empty: { title: string; what: string }
  emptyRules: { title: string; what: string }
  version: string
  answering: string
  restore: string
  restored: string
  /** Voice, and what is recorded. `''` is nothing chosen. */
  voice: {
    enabled: string
    enabledNote: string
    lines: string
    linesNote: string
    minutes: string
    patience: string
    patiences: Record<'brisk' | 'normal' | 'patient', string>
    speaks: string
    speakers: Record<'' | 'elevenlabs' | 'cartesia' | 'endpoint', string>
    listens: string
    listeners: Record<'' | 'deepgram' | 'endpoint', string>
    name: string
    nameNote: string
    speed: string
    speedNote: string
    /** `{written}` */
    pronunciation: {
      title: string
      lead: string
      written: string
      spoken: string
      lang: string
      add: string
      drop: string
    }
    /** What is asked besides when a message is taken. */
    questions: Record<'title' | 'lead' | 'ask' | 'askNote' | 'sensitive' | 'sensitiveNote' | 'remove' | 'add', string>
    record: string
    notice: string
    notices: Record<'ask' | 'announce', string>
    noticeNote: string
  }
  /** Words tried against the draft. */
  trial: {
    title: string
    lead: string
    label: string
    button: string
    match: string
    both: string
    ask: string
    pass: string
    score: string
  }
}
