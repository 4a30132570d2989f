import { createAdmin } from '@foyer/sdk/admin'

/** Signing up and in; the session is a cookie that no script can read. */
export const { accounts } = createAdmin({ baseUrl: location.origin })

/** Ends the session here; the page is read anew, so that nothing of the person stays in memory. */
export async function signOut(): Promise<void> {
  await accounts.signOut().catch(() => undefined)
  location.assign('/dashboard/sign-in')
}

/** The token of a link in a mail, taken out of the address bar at once. */
export function takeToken(): string {
  const token = new URLSearchParams(location.hash.slice(1)).get('token') ?? ''
  if (token !== '') history.replaceState(null, '', location.pathname + location.search)
  return token
}
