import { createAdmin } from '@foyer/sdk/admin'

/** Signing up and in; the session is a cookie that no script can read. Letters come in the language of the page. */
export const { accounts, invitations, passkeys } = createAdmin({
  baseUrl: location.origin,
  fetch: (input, init) => {
    const headers = new Headers(init?.headers)
    headers.set('accept-language', document.documentElement.lang)
    return fetch(input, { ...init, headers })
  },
})

/** Whether this browser can keep a passkey here: it must know them, and they belong to a name, not an address. */
export const knowsPasskeys = (): boolean => 'PublicKeyCredential' in window && !/^[\d.]+$|:/.test(location.hostname)

/** Ends the session here; the page is read anew, so that nothing of the person stays in memory. */
export async function signOut(): Promise<void> {
  await accounts.signOut().catch(() => undefined)
  location.assign('/dashboard/sign-in')
}

const kept = 'foyer:invitation'

/** An invitation waits here while its person signs up, which may happen in another tab. */
export const waitingInvitation = {
  read: (): string => localStorage.getItem(kept) ?? '',
  keep: (token: string): void => localStorage.setItem(kept, token),
  drop: (): void => localStorage.removeItem(kept),
}

/** The token of a link in a mail, taken out of the address bar at once. */
export function takeToken(): string {
  const token = new URLSearchParams(location.hash.slice(1)).get('token') ?? ''
  if (token !== '') history.replaceState(null, '', location.pathname + location.search)
  return token
}
