/** The frame around every page. */
export interface ShellWords {
  /** The rail's places. */
  places: Record<'home' | 'conversations' | 'knowledge' | 'playbook' | 'playground' | 'calls' | 'settings', string>
  /** Spoken name of the rail. */
  rail: string
  skip: string
  openMenu: string
  closeMenu: string
  /** Switch at the rail's foot. */
  mode: string
  test: string
  live: string
  /** Above every page in test mode. */
  testNote: string
  /** Rail, head: opens the list of tenants. */
  switchTenant: string
  newTenant: string
  /** Rail, foot: the person's menu. */
  account: string
  language: string
  theme: string
  themes: Record<'auto' | 'light' | 'dark', string>
  signOut: string
  /** Buttons and notes that stand on many pages. */
  loading: string
  tryAgain: string
  undo: string
  undone: string
  save: string
  cancel: string
  close: string
  copy: string
  copied: string
  more: string
  /** Things in an order that the reader sets; `{name}` is one of them. */
  list: { up: string; drop: string; add: string }
  unreachable: string
  notAllowed: string
  /** The session was ended, perhaps while something was typed. */
  signedOut: string
  notThere: string
  wrong: string
  /** An address that leads nowhere. */
  nowhere: { title: string; what: string; home: string }
  /** The palette of ⌘K. */
  find: {
    open: string
    title: string
    placeholder: string
    nothing: string
    goTo: string
    scenario: string
    conversation: string
  }
  /** The list of keys behind "?". */
  keys: { title: string; filter: string; move: string; open: string; find: string; keys: string; close: string }
}
