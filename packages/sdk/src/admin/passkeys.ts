import { type Asking, type Caller, callerFor } from './caller.ts'

export interface Passkey {
  id: string
  name: string
  createdAt: string
}

type Stored = { id: string; name?: string | null; createdAt: string }

/**
 * Passkeys of the signed-in person, for a page of the service itself in a browser that knows them (`PublicKeyCredential`).
 * A passkey signs in by itself: the device has asked who holds it.
 */
export function passkeysOf(caller: Caller) {
  const once = callerFor({ ...caller.http, attempts: 1 }, caller.key)
  const at = (path: string) => `/api/auth/passkey/${path}`
  return {
    list: async (options: Asking = {}): Promise<Passkey[]> =>
      (await once.get<Stored[]>(at('list-user-passkeys'), {}, options)).map(({ id, name, createdAt }) => ({
        id,
        name: name ?? '',
        createdAt,
      })),
    /** Asks the device for a new one. @throws FoyerError `sign_in_refused` a day after signing in; DOMException when the person says no. */
    add: async (name: string, options: Asking = {}): Promise<void> => {
      const wanted = await once.get<PublicKeyCredentialCreationOptionsJSON>(
        at('generate-register-options'),
        {},
        options,
      )
      const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(wanted)
      const made = (await navigator.credentials.create({ publicKey })) as PublicKeyCredential
      await once.post(at('verify-registration'), { response: made.toJSON(), name }, options)
    },
    /** Signs in with one that the device keeps. @throws FoyerError `sign_in_refused`; DOMException when the person says no. */
    signIn: async (options: Asking = {}): Promise<void> => {
      const wanted = await once.get<PublicKeyCredentialRequestOptionsJSON>(
        at('generate-authenticate-options'),
        {},
        options,
      )
      const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(wanted)
      const shown = (await navigator.credentials.get({ publicKey })) as PublicKeyCredential
      await once.post(at('verify-authentication'), { response: shown.toJSON() }, options)
    },
    remove: (id: string, options: Asking = {}) => once.post<void>(at('delete-passkey'), { id }, options),
  }
}
