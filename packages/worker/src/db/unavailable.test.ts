import { NeonDbError } from '@neondatabase/serverless'
import { expect, it } from 'vitest'
import { isUnavailable } from './unavailable.ts'

const failed = (code: string | undefined): Error =>
  new Error('Failed query', { cause: Object.assign(new NeonDbError('no'), { code }) })

it('tells a database that is away from one that refuses', () => {
  for (const away of [undefined, '08006', '53300', '57P01', '57P03', '55P03'])
    expect(isUnavailable(failed(away)), String(away)).toBe(true)
  for (const refused of ['23505', '42501', '57014', 'FY001'])
    expect(isUnavailable(failed(refused)), refused).toBe(false)
})

it('does not take a fault of ours for a database that is away', () => {
  expect(isUnavailable(new TypeError('undefined is not a function'))).toBe(false)
  expect(isUnavailable('fetch failed')).toBe(false)
})
