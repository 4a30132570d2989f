import { DatabaseSync } from 'node:sqlite'
import type { SqlStorage } from '@cloudflare/workers-types'
import { expect, it } from 'vitest'
import type { WatchedCall } from '../core/objects.ts'
import { judge } from '../features/calls/watching/judge.ts'
import { CallWatch } from './call-watch.ts'

/** An object's SQLite, which outlives its process. */
function storage(): SqlStorage {
  const file = new DatabaseSync(':memory:')
  const exec = (text: string, ...bound: string[]) => file.prepare(text).all(...bound)
  return { exec } as unknown as SqlStorage
}

const second = 1000
const call: WatchedCall = {
  ...{ callId: 'call_1', conversationId: 'conv_1', tenantId: 'ten_1', mode: 'test', room: 'call-x' },
  ...{ generation: 1, holder: 0, agent: 'waiting', lost: [], waitingSince: 0, asks: 1, joined: true },
  ...{ openedAt: 0, endsAt: 1800 * second },
}

it('a worker that is started again knows its call: who holds it, and that nobody else may', () => {
  const sql = storage()
  const before = new CallWatch(sql, 0)
  before.begin(call, 0)
  expect(before.claimed('call_1', 1, second).kind).toBe('held')
  before.asked([1], 4 * second)
  expect(before.claimed('call_1', 2, 5 * second).kind).toBe('held')

  const after = new CallWatch(sql, 60 * second)
  expect(after.call).toEqual(before.call)
  expect(after.call).toMatchObject({ holder: 2, generation: 2, lost: [1], agent: 'held' })
  expect(after.beat('call_1', 1, 61 * second).kind, 'the lost one').toBe('superseded')
  expect(after.call?.lost, 'it was only late').toEqual([])
  expect(after.beat('call_1', 2, 61 * second)).toMatchObject({ kind: 'held', endsAt: call.endsAt })
  expect(after.beat('call_2', 1, 61 * second).kind).toBe('ended')
})

it('whoever holds the call is not lost because the worker was away', () => {
  const sql = storage()
  const before = new CallWatch(sql, 0)
  before.begin(call, 0)
  before.claimed('call_1', 1, second)
  const after = new CallWatch(sql, 600 * second)
  expect(after.due()).toBeGreaterThan(602 * second)
})

it.each([
  [
    'closes because nobody is left in it',
    [
      ['nobody', 10],
      ['gone', 29],
    ],
    30,
    'visitor_lost',
  ],
  ['is gone with the media server', [['gone', 10]], 25, 'media_lost'],
] as const)('a room that %s ends the call for that reason', (_what, looks, at, reason) => {
  const watch = new CallWatch(storage(), 0)
  watch.begin(call, 0)
  for (const [room, then] of looks) watch.saw(room, then * second)
  expect(judge(call, watch.seen, at * second)).toEqual({ kind: 'over', reason })
})

it('a call that was over before stays over', () => {
  const sql = storage()
  const before = new CallWatch(sql, 0)
  before.begin(call, 0)
  before.forget('call_1')
  const after = new CallWatch(sql, second)
  expect([after.call, after.due(), after.beat('call_1', 1, second).kind]).toEqual([null, Infinity, 'ended'])
})
