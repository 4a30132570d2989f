import { parse } from 'csv-parse/browser/esm/sync'
import type { Block } from './blocks.ts'
import { refuse, type ReadDocument, type ReadOptions, type ReadQuestion, type Refusal } from './document.ts'
import { nameOf } from './docx.ts'
import { documentOf } from './lines.ts'
import { tidy } from './words.ts'

const maxRows = 10_000
const maxAnswer = 4000

/** A CSV's questions with their answers, and the lines that do not fit; or why it is no table at all. */
export function questionRows(
  text: string,
): { questions: (ReadQuestion & { line: number })[]; bad: { line: number; why: string }[] } | string {
  const rows = rowsOf(text)
  if (typeof rows === 'string') return rows
  const columns = columnsOf(rows[0]?.cells ?? [])
  const questions: (ReadQuestion & { line: number })[] = []
  const bad: { line: number; why: string }[] = []
  for (const { cells, line } of columns.header ? rows.slice(1) : rows) {
    const question = tidy(cells[columns.question] ?? '')
    const answer = answerLines(cells[columns.answer] ?? '')
    const why = problemOf(question, answer.join('\n'), questions.length)
    if (why !== '') {
      bad.push({ line, why })
      continue
    }
    const phrasings = cells
      .filter((cell, i) => i !== columns.question && i !== columns.answer && tidy(cell) !== '')
      .map(tidy)
    questions.push({ question, answer: answer.join('\n'), phrasings, line })
  }
  return { questions, bad }
}

/**
 * Questions and answers: `question,answer[,further phrasings…]`, a header row or none, comma, semicolon or tab.
 * Rows that do not fit are left out and named by line; when none fits the file is refused.
 */
export function readCsv(text: string, options: ReadOptions): ReadDocument | Refusal {
  const rows = questionRows(text)
  if (typeof rows === 'string') {
    return refuse('bad-rows', `We could not read this CSV: ${rows}. Correct that line and upload it again.`)
  }
  const { bad } = rows
  const questions = rows.questions.map(({ line: _line, ...question }) => question)
  const told = bad
    .slice(0, 10)
    .map(({ line, why }) => `line ${line}: ${why}`)
    .join('; ')
  const rest = bad.length > 10 ? `; and ${bad.length - 10} more` : ''
  if (questions.length === 0) {
    const why = told === '' ? 'it has no rows' : `${told}${rest}`
    return refuse(
      'bad-rows',
      `No row of this CSV is a question with its answer (${why}). Each line needs: question,answer.`,
    )
  }
  const read = documentOf(nameOf(options.url), blocksOf(questions), options)
  const message = `We left out ${bad.length} ${bad.length === 1 ? 'row' : 'rows'} (${told}${rest}).`
  return {
    ...read,
    questions,
    notes: bad.length === 0 ? [] : [{ code: 'bad-rows', lines: bad.map(({ line }) => line), message }],
  }
}

interface Row {
  cells: string[]
  line: number
}

function rowsOf(text: string): Row[] | string {
  try {
    const first = text.split('\n', 1)[0] ?? ''
    const delimiter = [',', ';', '\t'].toSorted((a, b) => first.split(b).length - first.split(a).length)[0] ?? ','
    const how = {
      bom: true,
      delimiter,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    }
    const records: unknown = parse(text, { ...how, to: maxRows + 2 })
    // `info: true` makes each record an object; the library's types do not say so.
    return (records as { record: string[]; info: { lines: number } }[]).map(({ record, info }) => ({
      cells: record,
      line: info.lines,
    }))
  } catch (error) {
    return error instanceof Error ? error.message.replace(/^Invalid /, 'invalid ') : 'it is not a table'
  }
}

function columnsOf(first: readonly string[]): { header: boolean; question: number; answer: number } {
  const names = first.map((cell) => tidy(cell).toLowerCase())
  const question = names.findIndex((name) => /^(question|questions|q|pregunta|سؤال|السؤال)$/.test(name))
  const answer = names.findIndex((name) => /^(answer|answers|a|respuesta|جواب|الجواب|إجابة|الإجابة)$/.test(name))
  return question >= 0 && answer >= 0 ? { header: true, question, answer } : { header: false, question: 0, answer: 1 }
}

function problemOf(question: string, answer: string, count: number): string {
  if (question === '') return 'the question is missing'
  if (answer === '') return 'the answer is missing'
  if (question.length > 500) return 'the question is longer than 500 characters'
  if (answer.length > maxAnswer) return `the answer is longer than ${maxAnswer} characters`
  return count >= maxRows ? `there are more than ${maxRows} rows` : ''
}

function answerLines(answer: string): string[] {
  return answer
    .split(/\r\n?|\n/)
    .map(tidy)
    .filter((line) => line !== '')
}

function blocksOf(questions: readonly ReadQuestion[]): Block[] {
  return questions.flatMap(({ question, answer }, group) => {
    const plain = { headings: [], anchor: '', lang: '', group }
    const answers = answer.split('\n').map((text): Block => ({ ...plain, kind: 'text', text, leads: false }))
    return [{ ...plain, kind: 'text', text: question, leads: true }, ...answers]
  })
}
