import { createHash, timingSafeEqual } from 'node:crypto'
import { DatabaseRefusal } from './refusal.ts'

export const OWNER = 'foyer_owner'
export const APP = 'foyer_app'
export const AUTH = 'foyer_auth'

export type Passwords = { owner: string; app: string; auth: string }

/** Who may come through the gateway: role name → password. */
export class Logins {
  readonly #passwords: ReadonlyMap<string, string>

  constructor(passwords: Record<string, string>) {
    this.#passwords = new Map(Object.entries(passwords))
  }

  /** The role of a connection string, or a refusal in PostgreSQL's own words. */
  authenticate(url: Pick<URL, 'username' | 'password'>): string {
    return this.check(decodeURIComponent(url.username), decodeURIComponent(url.password))
  }

  check(user: string, password: string): string {
    const known = this.#passwords.get(user)
    if (known !== undefined && timingSafeEqual(digest(known), digest(password))) return user
    throw new DatabaseRefusal('28P01', `password authentication failed for user '${user}'`)
  }

  passwordOf(user: string): string {
    const password = this.#passwords.get(user)
    if (password === undefined) throw new RangeError(`There is no login ${user}.`)
    return password
  }
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
