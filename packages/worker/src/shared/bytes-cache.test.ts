import { expect, it } from 'vitest'
import { BytesCache } from './bytes-cache.ts'

it('lets go of what was used longest ago when the bytes run out', () => {
  const cache = new BytesCache<string>(10)
  cache.set('a', 'A', 4)
  cache.set('b', 'B', 4)
  expect(cache.get('a')).toBe('A')
  cache.set('c', 'C', 4)
  expect(['a', 'b', 'c'].map((key) => cache.get(key))).toEqual(['A', undefined, 'C'])
})

it('counts a value that was set again once, and keeps the newest however large it is', () => {
  const cache = new BytesCache<string>(10)
  for (let at = 0; at < 5; at++) cache.set('a', `A${at}`, 6)
  cache.set('b', 'B', 4)
  expect([cache.get('a'), cache.get('b')]).toEqual(['A4', 'B'])
  cache.set('c', 'C', 50)
  expect(['a', 'b', 'c'].map((key) => cache.get(key))).toEqual([undefined, undefined, 'C'])
})
