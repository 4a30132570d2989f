/** Every id is a prefix that says what it names, and a UUIDv7 (RFC 9562) without dashes, so ids sort by birth. */
export const prefixes = {
  user: 'usr',
  session: 'ses',
  account: 'acc',
  verification: 'vrf',
  twoFactor: 'tfa',
  passkey: 'psk',
  organization: 'org',
  member: 'mem',
  invitation: 'inv',
  connection: 'con',
  tenant: 'ten',
  location: 'loc',
  assistant: 'ast',
  playbookVersion: 'pbv',
  key: 'key',
  identitySecret: 'ids',
  visitor: 'vis',
  refreshToken: 'rft',
  conversation: 'conv',
  message: 'msg',
  turn: 'trn',
  rating: 'rat',
  lead: 'lead',
  callback: 'cbk',
  call: 'call',
  consent: 'con',
  trunk: 'trk',
  phoneNumber: 'num',
  person: 'per',
  ringGroup: 'rgr',
  leg: 'leg',
  outgoing: 'out',
  event: 'evt',
  audit: 'aud',
  usage: 'use',
  source: 'src',
  read: 'read',
  page: 'pag',
  document: 'doc',
  version: 'ver',
  fact: 'fct',
  question: 'qa',
  emergencyContact: 'ctc',
  revision: 'rev',
  tool: 'tool',
  toolCall: 'tcl',
  finding: 'fnd',
  insightDay: 'day',
  request: 'req',
} as const

export type IdKind = keyof typeof prefixes

export function newId(kind: IdKind, now: number = Date.now()): string {
  return `${prefixes[kind]}_${uuidV7(now)}`
}

/** No id made at this instant or later comes before it: bounds a list by time through its key. */
export function firstIdAt(kind: IdKind, at: Date): string {
  return `${prefixes[kind]}_${Math.max(0, at.getTime()).toString(16).padStart(12, '0')}`
}

function uuidV7(now: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const stamp = now.toString(16).padStart(12, '0')
  for (let i = 0; i < 6; i++) bytes[i] = Number.parseInt(stamp.slice(i * 2, i * 2 + 2), 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
