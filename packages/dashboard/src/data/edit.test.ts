import { expect, it } from 'vitest'
import { Edit } from './edit.ts'

const seen = { name: 'Ann', number: '+15055550142', hours: [] as string[] }

it('only what was changed is sent, so that a colleague’s change of something else stays', () => {
  const edit = new Edit(seen)
  edit.set({ name: 'Anna', number: seen.number })
  expect(edit.changesTo({ ...seen, hours: ['mon'] })).toEqual({ name: 'Anna' })
})

it('the same changed elsewhere meanwhile is a conflict', () => {
  const edit = new Edit(seen)
  edit.set({ name: 'Anna' })
  expect(() => edit.changesTo({ ...seen, name: 'Annie' })).toThrow(
    expect.objectContaining({ code: 'revision_conflict' }),
  )
})

it('two who want the same do not disagree', () => {
  const edit = new Edit(seen)
  edit.set({ name: 'Anna' })
  expect(edit.changesTo({ ...seen, name: 'Anna' })).toEqual({})
})
