import { Client } from 'pg'
import type { Platform } from '../src/launcher/platform.ts'

/** An id as the service makes it: prefix, time, and 20 digits from the row's number. */
const idOf = (prefix: string, at: string, seed: string): string =>
  `'${prefix}_' || lpad(to_hex((extract(epoch from ${at}) * 1000)::bigint), 12, '0') || left(md5(${seed}), 20)`

/**
 * A year of conversations, evenly spread, two turns each, as rows: what 100,000 visitors would have left. One in 25
 * turns is unknown, one in 50 a handoff; one conversation in ten is rated, one in 30 leaves a message.
 */
export async function seedConversations(
  { databaseUrl, ownerUrl }: Pick<Platform, 'databaseUrl' | 'ownerUrl'>,
  tenant: { id: string; assistantId: string },
  count: number,
): Promise<void> {
  const app = new Client({ connectionString: databaseUrl })
  await app.connect()
  try {
    for (let from = 0; from < count; from += 5000) {
      await app.query('begin')
      await app.query(`select set_config('app.tenant_id', $1, true), set_config('app.mode', 'test', true)`, [tenant.id])
      await slice(app, tenant.assistantId, from, Math.min(count, from + 5000) - 1, count)
      await app.query('commit')
    }
  } finally {
    await app.end()
  }
  const owner = new Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    for (const table of ['conversations', 'turns', 'messages', 'ratings', 'leads'])
      await owner.query(`vacuum analyze ${table}`)
  } finally {
    await owner.end()
  }
}

async function slice(app: Client, assistantId: string, from: number, to: number, count: number): Promise<void> {
  const rows = `(select n, now() - interval '365 days' * (1 - n::float / ${count}) as at from generate_series(${from}, ${to}) as n) as seeded`
  const conversation = idOf('conv', 'at', `'c' || n`)
  const turn = idOf('trn', 'at', `'t' || n || '.' || k`)
  const lang = `(array['en', 'en', 'en', 'es', 'ar'])[1 + n % 5]`
  await app.query(`insert into visitors (id, name, email) select ${idOf('vis', 'at', `'v' || n`)}, '', '' from ${rows}`)
  await app.query(
    `insert into conversations (id, assistant_id, visitor_id, channel, lang, created_at)
     select ${conversation}, $1, ${idOf('vis', 'at', `'v' || n`)}, 'chat', ${lang}, at from ${rows}`,
    [assistantId],
  )
  await app.query(
    `insert into turns (id, conversation_id, state, kind, tier, confidence, lang, created_at, closed_at)
     select ${turn}, ${conversation}, 'answered',
            case when (n + k) % 25 = 0 then 'unknown' when (n + k) % 50 = 1 then 'handoff' else 'answer' end,
            case when (n + k) % 25 = 0 then 'none' else (array['semantic', 'semantic', 'rules', 'extractive'])[1 + n % 4] end,
            0.9, ${lang}, at + k * interval '40 seconds', at + k * interval '40 seconds' + (20 + n % 400) * interval '1 millisecond'
     from ${rows}, generate_series(0, 1) as k`,
  )
  await app.query(
    `insert into messages (id, conversation_id, client_id, author, turn_id, text, lang, created_at)
     select ${idOf('msg', 'at', `'m' || n || '.' || k || '.' || a`)}, ${conversation}, case a when 0 then 'c' || n || '.' || k end,
            (array['visitor', 'assistant'])[1 + a], ${turn},
            case a when 0 then 'How much is job ' || n || ', and could you come on ' || to_char(at, 'Day') || '?' else 'A visit costs $79.' end,
            ${lang}, at + k * interval '40 seconds'
     from ${rows}, generate_series(0, 1) as k, generate_series(0, 1) as a`,
  )
  await app.query(
    `insert into ratings (id, conversation_id, thumb, created_at)
     select ${idOf('rat', 'at', `'r' || n`)}, ${conversation}, (array['up', 'up', 'down'])[1 + n / 10 % 3], at from ${rows} where n % 10 = 0`,
  )
  await app.query(
    `insert into leads (id, conversation_id, client_id, name, text, reason, created_at)
     select ${idOf('lead', 'at', `'l' || n`)}, ${conversation}, 'l' || n, 'Ann', 'Please call', 'message', at from ${rows} where n % 30 = 0`,
  )
}
