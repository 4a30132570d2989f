import { describe, expect, test } from 'vitest'
import { safetyWords } from './index.ts'

const mesa = { lang: 'en', country: 'US', businessName: 'Mesa Air', businessEmergencyPhone: '(480) 555-0199' }

test('gas: leave, no sparks, the number of the country, then the line of the business', () => {
  expect(safetyWords('gas', mesa)).toEqual([
    'Leave the building now and take everyone with you.',
    'Do not use switches, flames or the phone inside.',
    'From outside, call 911.',
    'Then call the emergency line of Mesa Air: (480) 555-0199.',
  ])
})

test('each tenant gets its own country and line', () => {
  const dubai = { lang: 'ar', country: 'AE', businessName: 'هواء دبي' }
  expect(safetyWords('gas', dubai).join(' ')).toContain('997')
  expect(safetyWords('gas', dubai).join(' ')).not.toContain('Mesa')
  expect(safetyWords('medical', { ...dubai, lang: 'en' })[0]).toBe('Call 998 now.')
  expect(safetyWords('gas', { ...mesa, lang: 'es', country: 'ES' }).join(' ')).toContain('llame al 112')
  expect(safetyWords('violence', { ...mesa, country: 'ZZ' }).join(' ')).toContain('112')
})

test('a crisis names a line for it where there is one, and never the business', () => {
  expect(safetyWords('self-harm', mesa).join(' ')).toContain('988')
  expect(safetyWords('self-harm', mesa).join(' ')).not.toContain('Mesa Air')
})

describe.each(['en', 'es', 'ar'])('in %s', (lang) => {
  test.each(['electrical', 'flood', 'shock', 'medical', 'dental'] as const)(
    '%s that is urgent starts with what to do and keeps the number for when it turns dangerous',
    (cause) => {
      const urgent = safetyWords(cause, { ...mesa, lang, grade: 'urgent' })
      const numbered = urgent.filter((sentence) => sentence.includes('911'))
      expect(numbered).toHaveLength(1)
      expect(numbered[0]).toMatch(/^(?:If |Si |إذا )/)
      expect(urgent[0]).not.toContain('911')
    },
  )

  test.each([
    'gas',
    'carbon-monoxide',
    'fire',
    'electrical',
    'flood',
    'shock',
    'medical',
    'dental',
    'violence',
  ] as const)('%s that endangers life names the number without a condition', (cause) => {
    const numbered = safetyWords(cause, { ...mesa, lang, grade: 'danger' }).find((sentence) => sentence.includes('911'))
    expect(numbered).not.toMatch(/^(?:If |Si |إذا )/)
  })
})
