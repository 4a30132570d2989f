import type { PhoneEnd } from '@foyer/sdk/voice'
import type { AtCarrier, Examination, PhoneNumber, RingGroup, TestCall, TrunkCheck } from '@foyer/sdk/admin'

type Choices<Name extends 'answers' | 'anonymous' | 'repeatCallers' | 'spam' | 'transfers' | 'whenBusy'> = Record<
  PhoneNumber[Name],
  string
>
type Rule = PhoneNumber['rules'][number]

/** Settings, Phone and People: numbers, the carriers they come by, and whom we may ring. */
export interface PhoneWords {
  /** Above a form, back to its list. */
  back: string
  takeTheirs: string
  /** Over a form that cannot be sent as it is. */
  look: string
  title: string
  lead: string
  none: { title: string; what: string; noTrunk: string }
  testMode: string
  talk: string
  addNumber: string
  /** A row: `{name}` is fetched when a caller asks for a person. */
  fetches: string
  fetchesNobody: string
  /** The form of a number. */
  number: string
  numberNote: string
  numberWrong: string
  trunk: string
  answering: string
  answers: string
  answersChoices: Choices<'answers'>
  answersNote: Choices<'answers'>
  nobodyFirst: string
  staffSeconds: string
  assistant: string
  location: string
  locationNote: string
  languages: string
  languagesNote: string
  source: string
  sourceNote: string
  fetching: string
  reach: string
  reachNote: string
  nobody: string
  transfers: string
  transfersChoices: Choices<'transfers'>
  whenBusy: string
  whenBusyChoices: Choices<'whenBusy'>
  ownPhone: string
  ownPhoneNote: string
  callers: string
  anonymous: string
  anonymousChoices: Choices<'anonymous'>
  spam: string
  spamNote: string
  spamChoices: Choices<'spam'>
  repeatCallers: string
  repeatCallersNote: string
  repeatCallersChoices: Choices<'repeatCallers'>
  blocked: string
  blockedNote: string
  /** `{entry}` */
  blockedWrong: string
  release: string
  /** `{number}` */
  released: string
  /** A row: bought or released at the carrier, which is not done yet; fewer answered than usual. */
  underWay: string
  low: string
  /** `{date}` */
  lowSince: string
  /** '' where there is nothing to say. */
  carriers: Record<PhoneNumber['carrier'], string>
  atCarrier: string
  atCarrierChoices: Record<AtCarrier, string>
  testCall: { call: string; calling: string; costs: string; results: Record<TestCall['result'], string> }
  /** A call to one's own number without a carrier, in test mode. */
  handset: {
    title: string
    /** Of whoever can only write: scenarios are played by a command. */
    lead: string
    from: string
    fromNote: string
    call: string
    hangUp: string
    keys: string
    asking: string
    ringing: string
    answered: string
    ends: Record<PhoneEnd, string>
    /** Link to the calls. */
    log: string
  }
  buy: {
    title: string
    /** Followed by a link to the connections. */
    lead: string
    areaCode: string
    areaCodeNote: string
    countryNote: string
    search: string
    none: string
    buy: string
    /** `{number}` */
    buyNumber: string
    bought: string
  }
  examination: {
    title: string
    lead: string
    look: string
    states: Record<Examination['findings'][number]['state'], string>
    /** Links to where it is set right. */
    mend: Record<'buy' | 'add' | 'calls' | 'number' | 'trunk', string>
  }
  /** Days and times, of shifts and of rules. */
  days: string
  from: string
  to: string
  hours: string
  hoursNote: string
  addShift: string
  /** `{n}` */
  dropShift: string
  rules: {
    title: string
    note: string
    add: string
    /** `{n}`, and so below. */
    rule: string
    up: string
    drop: string
    caller: string
    callers: Record<NonNullable<Rule['when']['caller']> | 'any', string>
    busy: string
    busyNote: string
    lang: string
    anyLang: string
    says: string
    saysNote: string
    saysChooses: string
    saysMissing: string
    presses: string
    pressesNote: string
    noKey: string
    /** `{language}`. */
    menu: string
    menuNote: string
    to: string
    tos: Record<Rule['to'], string>
    reach: string
    usual: string
    usualAssistant: string
  }
  trunks: {
    title: string
    lead: string
    add: string
    addLead: string
    name: string
    nameNote: string
    addresses: string
    addressesNote: string
    username: string
    password: string
    passwordNote: string
    /** Neither addresses nor a login. */
    open: string
    weakLogin: string
    noNumber: string
    /** Followed by a SIP address. */
    sendTo: string
    numbers: string
    from: string
    fromAnywhere: string
    /** `{username}` */
    signsIn: string
    noWayOut: string
    hasWayOut: string
    wayOut: string
    wayOutLead: string
    outAddress: string
    outAddressNote: string
    countries: string
    countriesNote: string
    check: string
    stands: string
    /** `{parts}` */
    mended: string
    parts: Record<TrunkCheck['mended'][number], string>
    remove: string
    inUse: string
    removed: string
  }
  people: {
    title: string
    lead: string
    none: { title: string; what: string }
    add: string
    name: string
    nameNote: string
    languages: string
    languagesNote: string
    always: string
    atHours: string
    remove: string
    removed: string
  }
  groups: {
    title: string
    lead: string
    add: string
    name: string
    order: string
    orders: Record<RingGroup['order'], string>
    people: string
    empty: string
    seconds: string
    schedule: string
    scheduleNote: string
    remove: string
    removed: string
  }
  contacts: { title: string; lead: string; add: string; nth: string; up: string; drop: string }
}
