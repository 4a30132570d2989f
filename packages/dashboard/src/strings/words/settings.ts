export type RoleName = 'owner' | 'admin' | 'responder' | 'viewer'

/** Settings: the list at the side, and what stands in each section. */
export interface SettingsWords {
  /** As in “Ann, as administrator”. */
  roles: Record<RoleName, string>
  sections: Record<
    | 'widget'
    | 'profile'
    | 'account'
    | 'team'
    | 'phone'
    | 'people'
    | 'keys'
    | 'connections'
    | 'outbox'
    | 'audit'
    | 'data',
    string
  >
  /** Beside a field that only an owner or administrator may change. */
  readOnly: string
  saved: string
  profile: {
    title: string
    lead: string
    name: string
    notify: string
    notifyNote: string
    country: string
    countryNote: string
    locations: string
    location: string
    timeZone: string
    add: string
    remove: string
    removed: string
    save: string
  }
  /** One's own account: passkeys, codes of an authenticator app, where one is signed in. */
  account: {
    passkeys: string
    passkeysLead: string
    /** Where this browser cannot keep one. */
    passkeysNot: string
    name: string
    add: string
    added: string
    remove: string
    removed: string
    codes: string
    codesLead: string
    password: string
    codesOn: string
    /** Beside the address for the app. */
    secret: string
    recovery: string
    code: string
    confirm: string
    codesReady: string
    codesOff: string
    codesGone: string
    sessions: string
    thisOne: string
    /** `{date}` */
    since: string
    end: string
    endOthers: string
    ended: string
  }
  team: {
    title: string
    lead: string
    /** What each role may do, under the choice. */
    can: Record<RoleName, string>
    email: string
    role: string
    invite: string
    /** `{email}` */
    invited: string
    waiting: string
    /** `{date}` */
    until: string
    resend: string
    resent: string
    revoke: string
    revoked: string
    remove: string
    removed: string
    leave: string
    you: string
    codes: string
  }
  keys: {
    title: string
    lead: string
    kinds: Record<'publishable' | 'secret', string>
    name: string
    kind: string
    make: string
    /** Over the key that is shown this once. */
    once: string
    rotate: string
    rotateNote: string
    revoke: string
    revoked: string
    /** `{date}` */
    ends: string
    never: string
    used: string
    origins: string
    originsLead: string
    originsSave: string
  }
  connections: {
    title: string
    lead: string
    model: string
    embeddings: string
    speech: string
    mail: string
    carrier: string
    sources: Record<'own' | 'platform' | 'none', string>
    /** What works without it. */
    without: Record<'model' | 'embeddings' | 'speech' | 'mail' | 'carrier', string>
    /** Set up by whoever runs the server, with its variables; not here. */
    byServer: Record<'embeddings' | 'speech', string>
    address: string
    modelName: string
    key: string
    /** `{end}`: the last letters of the key. */
    keyEnds: string
    from: string
    accountSid: string
    authToken: string
    priceIn: string
    priceOut: string
    connect: string
    forget: string
    forgotten: string
    /** `{cost}` */
    estimate: string
    cap: string
    capNote: string
    /** `{hosts}` */
    hosts: string
  }
  outbox: { title: string; lead: string; empty: string; to: string }
  audit: { title: string; lead: string; empty: string; system: string; operator: string; key: string }
  data: {
    title: string
    keep: string
    keepLead: string
    conversations: string
    recordings: string
    traces: string
    log: string
    days: string
    export: string
    exportLead: string
    exportButton: string
    exporting: string
    remove: string
    removeLead: string
    /** `{slug}` */
    typeSlug: string
    removeButton: string
    /** `{date}` */
    going: string
    keepButton: string
    kept: string
  }
}
