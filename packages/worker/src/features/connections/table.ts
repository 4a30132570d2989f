import { jsonb, pgTable, text, unique } from 'drizzle-orm/pg-core'
import { born, instant, owned, ownTenantOnly } from '../../db/table.ts'

export interface ModelSettings {
  baseUrl: string
  model: string
  /** US dollars a million tokens, for the estimate and the monthly cap. */
  priceIn: number
  priceOut: number
}

export interface MailSettings {
  /** `Name <address>`, as the provider lets it be sent from. */
  from: string
}

export interface CarrierSettings {
  accountSid: string
}

/** A service outside that the tenant pays for itself, in place of the platform's. */
export const connections = pgTable(
  'connections',
  {
    ...owned(),
    kind: text('kind', { enum: ['model', 'mail', 'carrier'] }).notNull(),
    settings: jsonb('settings').$type<ModelSettings | MailSettings | CarrierSettings>().notNull(),
    /** The key, sealed; it is never shown again. */
    sealed: text('sealed').notNull(),
    keyEnds: text('key_ends').notNull(),
    /** When the key was last seen to work. */
    checkedAt: instant('checked_at').notNull(),
    createdAt: born(),
  },
  (table) => [...ownTenantOnly(table), unique('connections_kind').on(table.tenantId, table.kind)],
)
