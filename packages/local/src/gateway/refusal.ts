/** What the gateway itself says no to, with a PostgreSQL error code so that a driver can show it like any other. */
export class DatabaseRefusal extends Error {
  readonly code: string
  readonly severity = 'ERROR'

  constructor(code: string, message: string) {
    super(message)
    this.name = 'DatabaseRefusal'
    this.code = code
  }
}
