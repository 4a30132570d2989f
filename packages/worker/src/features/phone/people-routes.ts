import { z } from '@hono/zod-openapi'
import { operation } from '../../web/operation.ts'
import { Router } from '../../web/router.ts'
import {
  addGroup,
  addPerson,
  changeGroup,
  changePerson,
  listGroups,
  listPeople,
  removeGroup,
  removePerson,
} from './people.ts'
import {
  NewPerson,
  NewRingGroup,
  Person,
  PersonChange,
  PersonPage,
  RingGroup,
  RingGroupChange,
  RingGroupPage,
} from './people-schema.ts'

const byPerson = z.strictObject({ personId: z.string() })
const byGroup = z.strictObject({ ringGroupId: z.string() })
const tag = 'Phone'

/** Whom we may ring. */
export const peopleRoutes = new Router()
  .on(
    operation({
      method: 'post',
      path: '/v1/people',
      operationId: 'addPerson',
      scope: 'tenant:write',
      tag,
      summary: 'Add somebody who can be rung for a caller',
      body: NewPerson,
      reply: Person,
      status: 201,
    }),
    (ctx, { body }) => addPerson(ctx, body),
  )
  .on(
    operation({
      method: 'get',
      path: '/v1/people',
      operationId: 'listPeople',
      scope: 'tenant:read',
      tag,
      summary: 'List the people who can be rung',
      reply: PersonPage,
    }),
    (ctx) => listPeople(ctx),
  )
  .on(
    operation({
      method: 'patch',
      path: '/v1/people/{personId}',
      operationId: 'changePerson',
      scope: 'tenant:write',
      tag,
      summary: 'Change a name, a number, languages or hours',
      params: byPerson,
      body: PersonChange,
      reply: Person,
    }),
    (ctx, { params, body }) => changePerson(ctx, params.personId, body),
  )
  .on(
    operation({
      method: 'delete',
      path: '/v1/people/{personId}',
      operationId: 'removePerson',
      scope: 'tenant:write',
      tag,
      summary: 'Ring somebody no more',
      params: byPerson,
    }),
    (ctx, { params }) => removePerson(ctx, params.personId),
  )
  .on(
    operation({
      method: 'post',
      path: '/v1/ring-groups',
      operationId: 'addRingGroup',
      scope: 'tenant:write',
      tag,
      summary: 'Ring several people: in order, all at once, or taking turns',
      body: NewRingGroup,
      reply: RingGroup,
      status: 201,
    }),
    (ctx, { body }) => addGroup(ctx, body),
  )
  .on(
    operation({
      method: 'get',
      path: '/v1/ring-groups',
      operationId: 'listRingGroups',
      scope: 'tenant:read',
      tag,
      summary: 'List the ring groups',
      reply: RingGroupPage,
    }),
    (ctx) => listGroups(ctx),
  )
  .on(
    operation({
      method: 'patch',
      path: '/v1/ring-groups/{ringGroupId}',
      operationId: 'changeRingGroup',
      scope: 'tenant:write',
      tag,
      summary: 'Who is in a ring group, in which order, and how long each is rung',
      params: byGroup,
      body: RingGroupChange,
      reply: RingGroup,
    }),
    (ctx, { params, body }) => changeGroup(ctx, params.ringGroupId, body),
  )
  .on(
    operation({
      method: 'delete',
      path: '/v1/ring-groups/{ringGroupId}',
      operationId: 'removeRingGroup',
      scope: 'tenant:write',
      tag,
      summary: 'Remove a ring group',
      params: byGroup,
    }),
    (ctx, { params }) => removeGroup(ctx, params.ringGroupId),
  )
