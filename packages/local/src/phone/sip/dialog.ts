// A call as SIP knows it: who both ends are in it, and what one writes to the other.

import { type Header, headerOf, headersOf, type Message } from './message.ts'

export type Dialog = {
  id: string
  us: string
  them: string
  /** Where they are reached. */
  target: string
  cseq: number
  /** Of the INVITE: an ACK of a refusal and a CANCEL are about it. */
  branch: string
}

type Asked = { method: string; /** `host:port` */ own: string; branch: string; more: readonly Header[]; body: string }

export function requestIn(dialog: Dialog, { method, own, branch, more, body }: Asked): Message {
  const headers: Header[] = [
    ['Via', `SIP/2.0/UDP ${own};branch=${branch};rport`],
    ['Max-Forwards', '70'],
    ['From', dialog.us],
    ['To', dialog.them],
    ['Call-ID', dialog.id],
    ['CSeq', `${dialog.cseq} ${method}`],
    ['Contact', `<sip:phone@${own}>`],
    ...more,
  ]
  return { start: `${method} ${dialog.target} SIP/2.0`, headers, body }
}

type Answer = { status: number; words: string; own: string; more: readonly Header[]; body: string }

export function replyTo(asked: Message, { us }: Dialog, { status, words, own, more, body }: Answer): Message {
  const copied = ['Via', 'From', 'Call-ID', 'CSeq', 'Record-Route'].flatMap((name) => headersOf(asked, name))
  const To: Header = ['To', /;tag=/.test(headerOf(asked, 'To')) ? headerOf(asked, 'To') : us]
  const Contact: Header = ['Contact', `<sip:phone@${own}>`]
  return { start: `SIP/2.0 ${status} ${words}`, headers: [...copied, To, Contact, ...more], body }
}
