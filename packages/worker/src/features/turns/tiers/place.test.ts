import { describe, expect, test } from 'vitest'
import type { Fact, LocationFacts } from '../../../engine/location-facts.ts'
import { atPlace } from './place.ts'

let n = 0
const fact = <T>(value: T, title = ''): Fact<T> => {
  n += 1
  if (title === '') return { id: `f${n}`, value, state: 'confirmed' }
  const quote = {
    documentId: 'd',
    versionId: 'v',
    url: 'https://a.example/',
    title,
    anchor: '',
    lang: 'en',
    text: 'Monday 9 to 5',
    start: 0,
    end: 13,
  }
  return { id: `f${n}`, value, state: 'proposed', quote }
}

const two: LocationFacts = {
  locationId: 'l',
  name: fact('Quill Opticians'),
  timeZone: 'America/Chicago',
  country: 'US',
  phones: [fact({ number: '+15125550100', use: 'main' })],
  addresses: [fact('12 Elm Street, Cedar Park, TX 78613'), fact('9 Mill Road, San Marcos, TX 78666')],
  emails: [],
  services: [],
  areas: [],
  payment: [],
  insurance: [],
  financing: [],
  emergencyService: [],
  licences: [],
  newCustomers: [],
  hours: [
    fact({ mon: [['09:00', '17:00']] }, 'Cedar Park | Quill'),
    fact({ mon: [['10:00', '14:00']] }, 'San Marcos | Quill'),
    fact({ mon: [['08:00', '18:00']] }, 'Cedar Park and San Marcos'),
  ],
  exceptions: [
    fact({ date: '12-24', intervals: [], label: 'San Marcos' }),
    fact({ date: '12-25', intervals: [], label: '' }),
  ],
}
const one: LocationFacts = { ...two, addresses: two.addresses.slice(0, 1) }

describe('a question that names one of several places', () => {
  test('is answered from what is known of that place alone', () => {
    const { question, facts } = atPlace('when do you open on Monday in San Marcos?', [], [two])
    expect(question).not.toContain('San Marcos')
    expect(facts[0]?.hours.map((hours) => hours.value.mon)).toEqual([[['10:00', '14:00']]])
    expect(facts[0]?.addresses).toHaveLength(1)
    expect(facts[0]?.exceptions.map((exception) => exception.value.date)).toEqual(['12-24', '12-25'])
  })

  test('leaves out what does not say whose it is', () => {
    expect(atPlace('phone number of Cedar Park', [], [two]).facts[0]?.phones).toEqual([])
    expect(atPlace('is Cedar Park open on 24 December', [], [two]).facts[0]?.exceptions).toHaveLength(1)
  })

  test('goes on speaking of the place that was named before', () => {
    expect(
      atPlace('and the address there?', ['do you have an office in San Marcos?'], [two]).facts[0]?.addresses[0]?.value,
    ).toContain('Mill Road')
    expect(
      atPlace('How much is a new pair of glasses with coating?', ['do you have an office in San Marcos?'], [two]).facts,
    ).toEqual([two])
  })
})

test('both places named, none named, or only one there is: everything is kept', () => {
  for (const question of ['which is nearer, Cedar Park or San Marcos?', 'when do you open?'])
    expect(atPlace(question, [], [two])).toEqual({ question, facts: [two] })
  expect(atPlace('are you in Cedar Park?', [], [one]).facts).toEqual([one])
})
