import { z } from '@hono/zod-openapi'
import { pageOf } from '../../web/operation.ts'
import { Mode } from '../tenants/schema.ts'
import { e164, lang, time } from './formats.ts'

const Shift = z
  .strictObject({
    days: z
      .array(z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']))
      .min(1)
      .optional(),
    between: z.tuple([time, time]).describe('Wall time at the location; may go over midnight.'),
  })
  .openapi('Shift')

const person = {
  name: z.string().trim().min(1).max(80).describe('As callers hear it.'),
  number: e164.describe('In a country that your way out allows.'),
  languages: z.array(lang).max(10).describe('The first one is spoken to them; empty: the call’s.'),
  hours: z.array(Shift).max(20).describe('When they can be rung; empty: always.'),
}

export const NewPerson = z
  .strictObject({ ...person, languages: person.languages.default([]), hours: person.hours.default([]) })
  .openapi('NewPerson')
export const PersonChange = z.strictObject(person).partial().openapi('PersonChange')
export const Person = z.object({ id: z.string(), mode: Mode, ...person, createdAt: z.iso.datetime() }).openapi('Person')
export const PersonPage = pageOf(Person, 'PersonPage')

const group = {
  name: z.string().trim().min(1).max(80),
  order: z
    .enum(['in_order', 'all_at_once', 'round_robin'])
    .describe('round_robin: in order, and each call begins with the next one.'),
  people: z.array(z.string().max(60)).min(1).max(20).describe('Ids, in order.'),
  ringMs: z.number().int().min(5000).max(60_000).describe('How long each is rung.'),
  schedule: z
    .union([z.url({ protocol: /^https?$/ }).max(500), z.literal('')])
    .describe(
      'An address of yours that answers `{"onDuty": ["+15055550147"]}`: numbers of people of this group, in order. Asked for each call; without an answer in two seconds the order and hours here hold. Empty: they always do.',
    ),
}

export const NewRingGroup = z
  .strictObject({ ...group, ringMs: group.ringMs.default(20_000), schedule: group.schedule.default('') })
  .openapi('NewRingGroup')
export const RingGroupChange = z.strictObject(group).partial().openapi('RingGroupChange')
export const RingGroup = z
  .object({ id: z.string(), mode: Mode, ...group, createdAt: z.iso.datetime() })
  .openapi('RingGroup')
export const RingGroupPage = pageOf(RingGroup, 'RingGroupPage')
