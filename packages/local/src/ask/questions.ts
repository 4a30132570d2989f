import { readFileSync } from 'node:fs'

/** One line of a list of questions: the visitor's turns, the last of which counts. */
export type Question = { turns: string[]; lang: string | undefined; now: string | undefined }

/** Reads a list of one JSON object a line. @throws in one sentence that names the line. */
export function readQuestions(file: string): Question[] {
  const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '')
  return text
    .split(/\r?\n/)
    .flatMap((line, index) => (line.trim() === '' ? [] : [parse(line, `${file}, line ${index + 1}`)]))
}

function parse(line: string, where: string): Question {
  const given = fieldsOf(line, where)
  const { question, turns, lang, now } = given
  if (lang !== undefined && typeof lang !== 'string') throw new Error(`${where}: "lang" must be a word such as "es".`)
  if (now !== undefined && (typeof now !== 'string' || Number.isNaN(Date.parse(now))))
    throw new Error(`${where}: "now" must be an instant such as "2026-11-20T15:00:00Z".`)
  const said = turns ?? (question === undefined ? undefined : [question])
  if (
    !Array.isArray(said) ||
    said.length === 0 ||
    !said.every((each) => typeof each === 'string' && each.trim() !== '')
  ) {
    throw new Error(`${where}: needs {"question":"…"} or {"turns":["…","…"]}.`)
  }
  return { turns: said as string[], lang, now }
}

function fieldsOf(line: string, where: string): Record<string, unknown> {
  try {
    const given: unknown = JSON.parse(line)
    if (typeof given === 'object' && given !== null) return given as Record<string, unknown>
  } catch {
    // Told below.
  }
  throw new Error(`${where}: is not a JSON object.`)
}
