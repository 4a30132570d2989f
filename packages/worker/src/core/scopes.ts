/** What a caller may do. Every operation names one; verbs check it again in their first line. */
export const scopes = [
  'platform:write',
  'tenant:read',
  'tenant:write',
  'tenant:delete',
  'tenant:export',
  'members:write',
  'connections:write',
  'audit:read',
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
  'conversation:read',
  'turn:take',
  'trace:read',
  'me',
  'agent:serve',
  'call:hold',
] as const

export type Scope = (typeof scopes)[number]

/** What a person may do for a tenant; checked in the verbs, never only in the interface. */
export const roles = ['owner', 'admin', 'responder', 'viewer'] as const
export type Role = (typeof roles)[number]

const looking = [
  'tenant:read',
  'playbook:read',
  'knowledge:read',
  'conversations:read',
  'usage:read',
  'trace:read',
  // One conversation, as its visitor reads it; and to be a visitor oneself, in the playground.
  'conversation:read',
  'visitor:enter',
] as const
const running = [
  'tenant:write',
  'members:write',
  'connections:write',
  'audit:read',
  'keys:write',
  'playbook:write',
  'knowledge:write',
  'outbox:read',
] as const

export const scopesOfRole: Readonly<Record<Role, ReadonlySet<Scope>>> = {
  viewer: new Set<Scope>(looking),
  responder: new Set<Scope>([...looking, 'conversations:write']),
  admin: new Set<Scope>([...looking, ...running, 'conversations:write']),
  owner: new Set<Scope>([...looking, ...running, 'conversations:write', 'tenant:delete', 'tenant:export']),
}

/** Not for a key. It is no person: who belongs to a tenant, whose keys it uses and whether it lives on, is decided by members. */
const notForKeys: readonly Scope[] = [
  'platform:write',
  'me',
  'members:write',
  'connections:write',
  'tenant:delete',
  'agent:serve',
  'call:hold',
]

export const scopesOf = {
  operator: new Set<Scope>(['platform:write']),
  secretKey: new Set<Scope>(scopes.filter((scope) => !notForKeys.includes(scope))),
  publishableKey: new Set<Scope>(['visitor:enter']),
  visitor: new Set<Scope>(['visitor:enter', 'visitor:talk', 'conversation:read', 'turn:take', 'trace:read']),
  agentServer: new Set<Scope>(['agent:serve']),
  callAgent: new Set<Scope>(['call:hold', 'turn:take']),
  person: new Set<Scope>(['me']),
} as const satisfies Record<string, ReadonlySet<Scope>>
