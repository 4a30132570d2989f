import { expect, it } from 'vitest'
import type { LocationFacts } from '../../../engine/location-facts.ts'
import { offerCallback } from './callback.ts'
import { step } from './take-message.ts'

const known = <T>(value: T) => ({ id: 'fct_1', value, state: 'confirmed' as const })
const location: LocationFacts = {
  ...{ locationId: 'loc_1', name: known('Main'), timeZone: 'America/Denver', country: 'US' },
  ...{ phones: [], addresses: [], emails: [], services: [], areas: [], payment: [], insurance: [], financing: [] },
  ...{ emergencyService: [], licences: [], newCustomers: [], exceptions: [] },
  hours: [known({ sat: [], sun: [], mon: [['09:00', '17:00']] })],
}
// A Saturday.
const calling = {
  ...{ now: new Date('2026-11-21T18:00:00Z'), location, lang: 'en' },
  business: { name: 'High Desert', country: 'US' },
}

it('is offered with its time when nobody can be fetched, and a yes leads on to the name', () => {
  const { flow, text } = offerCallback(calling)
  expect(text).toBe(
    'Nobody can come to the phone just now. High Desert can call you back on Monday, November 23, between 9:00 AM and 11:00 AM. Shall I arrange that?',
  )
  const place = { country: 'US', lang: 'en', today: '2026-11-21', questions: [], turnId: '' }
  let next = step(flow, 'yes please', place)
  for (const said of ['Ana Gil', '505 555 0142', 'yes', 'The boiler leaks']) {
    if (next.kind !== 'ask') throw new Error(`it ended at "${said}"`)
    next = step(next.flow, said, place)
  }
  expect(next).toMatchObject({ kind: 'leave', phone: '+15055550142', callback: { day: '2026-11-23', from: '09:00' } })
})

it.each(['en', 'es', 'ar'])('where no hours are known, a message is offered (%s)', (lang) => {
  const { flow, text } = offerCallback({ ...calling, location: undefined, lang })
  expect(flow.callback).toBeUndefined()
  expect(text).toContain('High Desert')
  expect(text).not.toMatch(/[{}]/)
})

it.each(['es', 'ar'])('is said whole in %s', (lang) => {
  expect(offerCallback({ ...calling, lang }).text).toMatch(/^[^{}]*9:00[^{}]*11:00[^{}]*$/)
})
