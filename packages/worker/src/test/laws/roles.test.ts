import { beforeAll, describe, expect, it } from 'vitest'
import { type Role, roles, type Scope, scopesOfRole } from '../../core/scopes.ts'
import { type AtWork, own } from '../members.ts'
import { bodies } from './example-bodies.ts'
import { operations } from './operations.ts'

describe('every operation of openapi.json, by role', () => {
  const team = new Map<Role, AtWork>()

  beforeAll(async () => {
    const desk = await own('Four roles')
    for (const role of roles) team.set(role, role === 'owner' ? desk : await desk.add(role))
  })

  const ofMembers = operations.filter((op) => !/^(public|platform)/.test(op.scope) && op.operationId !== 'uploadFile')

  it.each(ofMembers)('$operationId is for the roles that have $scope, and refused to the others', async (op) => {
    for (const [role, member] of team) {
      const allowed = op.scope === 'me' || scopesOfRole[role].has(op.scope as Scope)
      const path = op.path.replace(/\{(\w+)\}/g, 'missing-$1')
      const headers = op.operationId === 'putPlaybook' ? { 'if-match': '1' } : {}
      const { status, body } = await member.call(op.method, path, bodies[op.operationId]?.(), headers)
      if (allowed)
        expect(['unauthenticated', 'forbidden'], `${role}: ${JSON.stringify(body)}`).not.toContain(body.error?.code)
      else expect([status, body.error.code], role).toEqual([403, 'forbidden'])
    }
  })
})
