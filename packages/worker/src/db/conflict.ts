/** The constraint a write ran into, when that is why it failed; '' otherwise. */
export function violatedConstraint(error: unknown): string {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if ('code' in at && (at.code === '23505' || at.code === '23P01' || at.code === '23503')) {
      return 'constraint' in at && typeof at.constraint === 'string' ? at.constraint : 'unknown'
    }
  }
  return ''
}

/** True when app.expect_rows rolled the batch back: the row had changed meanwhile. */
export function isLostRace(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && at.code === 'FY001') return true
  }
  return false
}
