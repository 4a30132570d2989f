import { PGlite } from '@electric-sql/pglite'
import { passagesOf, questionFrom, randomFrom } from './passages.ts'
import { type Summary, summarise } from './samples.ts'

/** The same passages and questions by PostgreSQL's own full text search, in memory, with the index it would want. */
export async function fullText(tenants: number, each: number, searches: number): Promise<Summary> {
  const database = await PGlite.create()
  try {
    await database.exec('create table passages (tenant int, id text, text text, words tsvector)')
    for (let tenant = 0; tenant < tenants; tenant++) {
      const rows = passagesOf(tenant, each).map(({ id, title, text }) => ({ id, text: `${title} ${text}` }))
      await database.query(
        `insert into passages select $1, r.id, r.text, to_tsvector('english', r.text) from jsonb_to_recordset($2::jsonb) as r(id text, text text)`,
        [tenant, JSON.stringify(rows)],
      )
    }
    await database.exec(
      'create index on passages using gin (words); create index on passages (tenant); analyze passages',
    )
    const random = randomFrom(7)
    const samples: number[] = []
    for (let at = 0; at < searches + 10; at++) {
      const words = questionFrom(random).match(/[a-z]{3,}/gi) ?? []
      const from = performance.now()
      await database.query(
        `select id, ts_rank(words, q) as rank from passages, to_tsquery('english', $2) q where tenant = $1 and words @@ q order by rank desc limit 12`,
        [at % tenants, words.join(' | ')],
      )
      if (at >= 10) samples.push(performance.now() - from)
    }
    return summarise(samples)
  } finally {
    await database.close()
  }
}
