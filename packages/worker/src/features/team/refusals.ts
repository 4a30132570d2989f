import { AppError, notFound } from '../../shared/errors.ts'

/** What the named functions refuse, by SQLSTATE (migration `team`), in words; anything else is thrown on. */
const said: Readonly<Record<string, () => AppError>> = {
  FY010: () => notFound('member'),
  FY011: () =>
    new AppError('last_owner', 'This is the last owner. Make somebody else an owner first. Nothing was changed.'),
  FY012: () => new AppError('taken', 'This person is a member already. Change their role instead.'),
  FY013: () => notFound('invitation'),
  FY014: () =>
    new AppError(
      'link_expired',
      'This invitation was used, withdrawn or has run out. Ask whoever invited you for another.',
    ),
  FY015: () =>
    new AppError(
      'forbidden',
      'This invitation is for another e-mail address. Sign in with that address, or ask to be invited with this one.',
    ),
}

export function refusal(error: unknown): never {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    const known = 'code' in at && typeof at.code === 'string' ? said[at.code] : undefined
    if (known !== undefined) throw known()
  }
  throw error
}
