import { AppError } from '../shared/errors.ts'

/** The revision that the caller has seen. @throws AppError bad_request when they did not say */
export function seenRevision(ifMatch: string | null): number {
  const seen = Number((ifMatch ?? '').replaceAll('"', '') || Number.NaN)
  if (Number.isInteger(seen)) return seen
  throw new AppError(
    'bad_request',
    'Send the revision you have seen as If-Match, so that nobody’s change is overwritten unseen.',
  )
}
