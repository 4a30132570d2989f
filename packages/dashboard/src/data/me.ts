import { FoyerError } from '@foyer/sdk/admin'
import { request, sameOrigin } from '@foyer/sdk/page'

export type Role = 'owner' | 'admin' | 'responder' | 'viewer'

export interface Membership {
  id: string
  slug: string
  name: string
  /** A tenant marked test has no live side. */
  mode: 'test' | 'live'
  role: Role
}

/** The signed-in person and the tenants they belong to. */
export interface Me {
  user: { id: string; name: string; email: string }
  tenants: Membership[]
}

/** Null when nobody is signed in. @throws FoyerError for everything else */
export async function fetchMe(): Promise<Me | null> {
  try {
    return await request<Me>(sameOrigin(), { path: '/v1/me', credential: '' })
  } catch (error) {
    if (error instanceof FoyerError && error.status === 401) return null
    throw error
  }
}
