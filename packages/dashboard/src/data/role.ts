import { here } from './here.ts'

// What this member's role lets them change: the service refuses the rest, and a page doesn't offer it.

/** Runs the desk: what it knows and says, its keys, its team. */
export const mayRun = (): boolean => ['owner', 'admin'].includes(here().tenant.role)

/** Decides who is an owner, and whether the desk lives on. */
export const isOwner = (): boolean => here().tenant.role === 'owner'

/** Answers callers and visitors, and says what came of it. */
export const mayAnswer = (): boolean => here().tenant.role !== 'viewer'
