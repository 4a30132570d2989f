import type { Field, Outcome, PostgresError, Result } from './backend.ts'

/** Gathers the messages of one pipeline into results: one per statement, up to the first error. */
export class OutcomeReader {
  readonly #results: Result[] = []
  #fields: Field[] = []
  #rows: (string | null)[][] = []
  #error: PostgresError | undefined

  describe(fields: readonly RawField[]): void {
    this.#fields = fields.map((field) => ({
      name: field.name,
      dataTypeID: field.dataTypeID,
      tableID: field.tableID,
      columnID: field.columnID,
      dataTypeSize: field.dataTypeSize,
      dataTypeModifier: field.dataTypeModifier,
      format: 'text',
    }))
  }

  row(fields: (string | null)[]): void {
    this.#rows.push(fields)
  }

  complete(tag: string): void {
    const words = tag.split(' ')
    const count = Number(words.at(-1))
    this.#results.push({
      fields: this.#fields,
      rows: this.#rows,
      command: words[0] ?? '',
      rowCount: words.length > 1 && Number.isInteger(count) ? count : null,
    })
    this.#fields = []
    this.#rows = []
  }

  fail(error: Error): void {
    this.#error ??= present(error)
  }

  get failed(): boolean {
    return this.#error !== undefined
  }

  outcome(): Outcome {
    return this.#error ? { kind: 'failed', error: this.#error } : { kind: 'done', results: this.#results }
  }
}

type RawField = Omit<Field, 'format'>

const SHOWN =
  'severity code detail hint position internalPosition internalQuery where schema table column dataType constraint file line routine'

/** An error as the Neon driver reads it: message and the fields of PostgreSQL's error report, nothing else. */
export function present(error: Error): PostgresError {
  const fields = error as Error & Record<string, unknown>
  const shown: PostgresError = { message: error.message }
  for (const name of SHOWN.split(' ')) if (fields[name] !== undefined) shown[name] = fields[name]
  return shown
}
