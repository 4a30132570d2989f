import type {
  Connection,
  ConnectionKind,
  Connections,
  NewCarrierConnection,
  NewMailConnection,
  NewModelConnection,
} from '../generated/types.gen.ts'
import { type Asking, type Caller, json } from './caller.ts'

/** Services that the tenant pays for itself, in place of the platform's. */
export function connectionsOf(caller: Caller) {
  return {
    list: (options: Asking = {}) => caller.get<Connections>('/v1/connections', {}, options),
    /** The key is tried first, at no cost. @throws FoyerError `unprocessable` that says what is wrong with it. */
    setModel: (model: NewModelConnection, options: Asking = {}) =>
      caller.put<Connection>('/v1/connections/model', json(model), {}, options),
    setMail: (mail: NewMailConnection, options: Asking = {}) =>
      caller.put<Connection>('/v1/connections/mail', json(mail), {}, options),
    /** A Twilio account, to buy numbers with. */
    setCarrier: (carrier: NewCarrierConnection, options: Asking = {}) =>
      caller.put<Connection>('/v1/connections/carrier', json(carrier), {}, options),
    remove: (kind: ConnectionKind, options: Asking = {}) => caller.delete<void>(`/v1/connections/${kind}`, options),
  }
}
