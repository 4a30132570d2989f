import { createAdmin, FoyerError, type Me, type Membership } from '@foyer/sdk/admin'

export type { Me, Membership }

/** The signed-in person and the tenants they belong to; null when nobody is. @throws FoyerError for everything else */
export async function fetchMe(): Promise<Me | null> {
  try {
    return await createAdmin({ baseUrl: location.origin }).me.get()
  } catch (error) {
    if (error instanceof FoyerError && error.status === 401) return null
    throw error
  }
}
