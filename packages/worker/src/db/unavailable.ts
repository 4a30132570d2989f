/**
 * True when the database could not be reached, or broke off, so that the same may be tried again: nobody knows whether it
 * was done. SQLSTATE classes 08, 53 and 57P (PostgreSQL, appendix A), a busy embedded database, or no SQLSTATE at all.
 */
export function isUnavailable(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    if (at.name !== 'NeonDbError') continue
    const code = 'code' in at && typeof at.code === 'string' ? at.code : ''
    return code === '' || code === '55P03' || /^(08|53|57P)/.test(code)
  }
  return false
}
