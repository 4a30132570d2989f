/** The pages before somebody is signed in. `{email}` is the address they typed. */
export interface DoorWords {
  email: string
  password: string
  newPassword: string
  name: string
  /** Under a new password's field. */
  passwordRule: string
  show: string
  hide: string
  signIn: { title: string; lead: string; button: string; forgot: string; link: string; noAccount: string }
  passkey: string
  /** Asked for after the password, where the person switched it on. */
  code: { title: string; lead: string; label: string; button: string }
  signUp: { title: string; lead: string; button: string; haveAccount: string; signIn: string }
  /** A link by e-mail instead of a password. */
  magic: { title: string; lead: string; button: string; withPassword: string }
  forgot: { title: string; lead: string; button: string; back: string }
  reset: { title: string; lead: string; button: string; done: string; noToken: string; again: string }
  /** While the link of the first mail is looked at. */
  verify: { title: string; lead: string }
  /** Opened from an invitation's mail. `{by}`, `{tenant}`, `{role}`; `{email}` is who is signed in. */
  invitation: { title: string; lead: string; leadAlone: string; accept: string; signUp: string; as: string }
  /** After a link was sent: the same words whether the address is known here or not. */
  sent: { title: string; verify: string; link: string; reset: string; again: string; sentAgain: string; other: string }
  /** Refusals. */
  wrong: {
    credentials: string
    weak: string
    token: string
    unverified: string
    code: string
    tooMany: string
    closed: string
    email: string
    required: string
    otherAddress: string
  }
}
