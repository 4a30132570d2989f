// Each peer with its language support on and every word optional; where a peer has a setting that matters (fuzzy search,
// the turn before in a dialogue), the better of the two is its number.
import { PGlite } from '@electric-sql/pglite'
import { create, insertMultiple, search as oramaSearch } from '@orama/orama'
import { stemmer as arabic } from '@orama/stemmers/arabic'
import { stemmer as spanish } from '@orama/stemmers/spanish'
import { stopwords as arabicStopWords } from '@orama/stopwords/arabic'
import { stopwords as englishStopWords } from '@orama/stopwords/english'
import { stopwords as spanishStopWords } from '@orama/stopwords/spanish'
import MiniSearch from 'minisearch'
import type { RetrievalTask } from './sets.ts'

/** Ranked ids for each query, in order. */
export type Ranked = string[][]
export type Peer = (task: RetrievalTask, queries: readonly string[]) => Promise<Ranked>

export const PEERS: Readonly<Record<string, readonly Peer[]>> = {
  MiniSearch: [miniSearch(false), miniSearch(true)],
  Orama: [orama],
  PGlite: [pglite],
}

function miniSearch(fuzzy: boolean): Peer {
  return async (task, queries) => {
    const engine = new MiniSearch({
      fields: ['title', 'heading', 'text'],
      searchOptions: fuzzy ? { fuzzy: 0.2, prefix: true } : {},
    })
    engine.addAll(task.docs)
    return queries.map((query) =>
      engine
        .search(query)
        .slice(0, 10)
        .map((hit) => String(hit.id)),
    )
  }
}

async function orama(task: RetrievalTask, queries: readonly string[]): Promise<Ranked> {
  const stemmer = task.lang === 'ar' ? arabic : task.lang === 'es' ? spanish : undefined
  const language = task.lang === 'ar' ? 'arabic' : task.lang === 'es' ? 'spanish' : 'english'
  const stopWords = task.lang === 'ar' ? arabicStopWords : task.lang === 'es' ? spanishStopWords : englishStopWords
  const db = create({
    schema: { id: 'string', title: 'string', heading: 'string', text: 'string' } as const,
    components: { tokenizer: { language, stemming: true, stopWords, ...(stemmer === undefined ? {} : { stemmer }) } },
  })
  await insertMultiple(
    db,
    task.docs.map(({ id, title, heading, text }) => ({ id, title, heading, text })),
    5000,
  )
  const ranked: Ranked = []
  for (const term of queries) {
    const found = await oramaSearch(db, { term, threshold: 1, limit: 10, properties: ['title', 'heading', 'text'] })
    ranked.push(found.hits.map((hit) => hit.id))
  }
  return ranked
}

async function pglite(task: RetrievalTask, queries: readonly string[]): Promise<Ranked> {
  const db = await PGlite.create()
  const language = task.lang === 'ar' ? 'arabic' : task.lang === 'es' ? 'spanish' : 'english'
  await db.exec(`create table docs (id text primary key, tsv tsvector)`)
  for (const { id, title, heading, text } of task.docs) {
    await db.query(`insert into docs values ($1, to_tsvector('${language}', $2))`, [
      id,
      `${title}\n${heading}\n${text}`,
    ])
  }
  await db.exec('create index on docs using gin (tsv); analyze docs')
  const ranked: Ranked = []
  for (const query of queries) {
    const { rows } = await db.query<{ id: string }>(
      `with asked as (
         select nullif(string_agg(quote_literal(lexeme), ' | '), '')::tsquery as any_of
         from unnest(to_tsvector('${language}', $1)))
       select id from docs, asked where tsv @@ any_of order by ts_rank(tsv, any_of) desc, id limit 10`,
      [query],
    )
    ranked.push(rows.map((row) => row.id))
  }
  await db.close()
  return ranked
}
