/** Every word the widget says by itself; `{name}` stands for a value. One file a language, each written by hand. */
export interface Strings {
  /** The language in its own form, and the direction it is written in. */
  lang: 'en' | 'es' | 'ar'
  dir: 'ltr' | 'rtl'
  /** Spoken name of the panel. */
  panel: string
  /** Under the business's name in the header. */
  role: string
  close: string
  /** First line when the playbook has no greeting in this language. */
  greeting: string
  /** The consent note above the input, before the first message. */
  note: string
  privacy: string
  testMode: string
  testHint: string
  input: string
  placeholder: string
  send: string
  suggestions: string
  /** Spoken before what was said; not seen. */
  youSaid: string
  assistantSaid: string
  memberSaid: string
  sending: string
  /** Shown after two seconds without a word. */
  thinking: string
  notSent: string
  tryAgain: string
  noAnswer: string
  /** Spoken name of the list of sources. */
  sources: string
  /** Before a quote that is not in the language of the answer. */
  quoteIn: string
  leaveMessage: string
  person: string
  /** Said in the visitor's name when they press "Talk to a person". */
  askForPerson: string
  call: string
  helpful: string
  notHelpful: string
  rated: string
  /** Beside a field, after a thumb down. */
  reason: string
  why: string
  whyHint: string
  offline: string
  reconnecting: string
  unreachable: string
  tooFast: string
  limit: string
  wrong: string
  ended: string
  startNew: string
  form: {
    title: string
    handoffTitle: string
    intro: string
    name: string
    phone: string
    email: string
    /** Beside phone and e-mail. */
    oneOf: string
    text: string
    send: string
    sending: string
    back: string
    needName: string
    needContact: string
    badPhone: string
    badEmail: string
    needText: string
    sent: string
    sentTo: string
  }
  voice: {
    /** On the microphone in the composer. */
    talk: string
    /** The two answers to the notice, where a call may be recorded. */
    agree: string
    without: string
    cancel: string
    /** What the call does, beside its picture. */
    asking: string
    connecting: string
    listening: string
    thinking: string
    speaking: string
    muted: string
    /** The network is gone; then: the assistant is. */
    reconnecting: string
    waiting: string
    /** Spoken once, when somebody is there. */
    connected: string
    /** Spoken name of the bar. */
    bar: string
    /** On buttons. */
    mute: string
    soundOff: string
    devices: string
    end: string
    play: string
    back: string
    again: string
    dismiss: string
    /** In the choice of devices. */
    microphone: string
    speaker: string
    volume: string
    /** Spoken and shown on the signal's picture. */
    quality: Record<'good' | 'fair' | 'lost', string>
    /** Before what the visitor was heard to say, in captions. */
    you: string
    /** A call of before the page was left goes on. */
    away: string
    /** The line in the conversation after a call. */
    done: string
    /** After it, when the call did not end as it should. */
    broke: Record<Broke, string>
    minutes: string
    seconds: string
    /** In the input, when listening did not get it. */
    type: Record<'name' | 'phone' | 'email' | 'address' | 'date', string>
    /** Why there is no call (any more), and what to do now. */
    trouble: Record<Trouble, string>
  }
}

export type Trouble =
  | 'refused'
  | 'missing'
  | 'busy'
  | 'unsupported'
  | 'lines'
  | 'unavailable'
  | 'running'
  | 'connection'
  | 'ours'
  | 'silence'
  | 'time'

/** Why a call that had begun ended, when nobody hung up. */
export type Broke = Extract<Trouble, 'connection' | 'ours' | 'silence' | 'time'>

/** Fills `{name}` with its value; an unknown name stays as it is. */
export function fill(text: string, values: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
}
