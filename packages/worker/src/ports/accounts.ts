/** A mail about a person's own account. It belongs to no tenant; its token is seen by nobody but the mailbox. */
export interface IdentityLetter {
  kind: 'verify' | 'reset' | 'sign-in' | 'sign-in-needs-code' | 'already-known'
  to: string
  /** '' when there is none to carry. */
  token: string
}

/** Passwords, sessions and second factors: the part of identity that is bought, not built. */
export interface AccountsPort {
  /** Answers one request below /api/auth/; the letters are sent once the answer stands. */
  answer(request: Request): Promise<{ response: Response; letters: IdentityLetter[] }>
}
