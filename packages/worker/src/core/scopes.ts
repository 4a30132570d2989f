/** What a caller may do. Every operation names one; verbs check it again in their first line. */
export const scopes = [
  'platform:write',
  'tenant:read',
  'tenant:write',
  'keys:write',
  'playbook:read',
  'playbook:write',
  'knowledge:read',
  'knowledge:write',
  'conversations:read',
  'conversations:write',
  'outbox:read',
  'usage:read',
  'visitor:enter',
  'visitor:talk',
  'trace:read',
] as const

export type Scope = (typeof scopes)[number]

const ofSecretKey: ReadonlySet<Scope> = new Set(scopes.filter((scope) => scope !== 'platform:write'))

export const scopesOf = {
  operator: new Set<Scope>(['platform:write']),
  secretKey: ofSecretKey,
  publishableKey: new Set<Scope>(['visitor:enter']),
  visitor: new Set<Scope>(['visitor:enter', 'visitor:talk', 'trace:read']),
} as const satisfies Record<string, ReadonlySet<Scope>>
