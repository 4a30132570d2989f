import type { Callback, ListCallbacksData } from '../generated/types.gen.ts'
import type { Asking, Caller } from './caller.ts'
import { listOf, type Paging } from './list.ts'

type CallbackFilter = Pick<NonNullable<ListCallbacksData['query']>, 'state' | 'conversationId'>

/** Who waits to be called back, and when they were told it would be; newest first. */
export function callbacksOf(caller: Caller) {
  return {
    list: (filter: CallbackFilter = {}, paging?: Paging) =>
      listOf<Callback>(caller, '/v1/callbacks', paging, { ...filter }),
    /** They were called back (`done`), or were not after all (`open`). */
    change: (callbackId: string, state: Callback['state'], options: Asking = {}) =>
      caller.patch<Callback>(`/v1/callbacks/${encodeURIComponent(callbackId)}`, { state }, options),
  }
}
