import { blankDocument, type ReadDocument, type ReadPassage } from '../reading/document.ts'

export interface Pair {
  questions: readonly string[]
  answer: string
  lang: string
}

/**
 * Pairs as a document: the text holds questions and answer, a passage is the answer alone, and its headings are the ways
 * to ask it. So an answer is quoted exactly and found by every phrasing.
 */
export function documentOfPairs(
  title: string,
  pairs: readonly Pair[],
  languageOf: (text: string) => string,
): ReadDocument {
  let text = ''
  const passages = pairs.map(({ questions, answer, lang }): ReadPassage => {
    const asked = questions.map((question) => question.trim())
    const words = answer.trim()
    text += `${text === '' ? '' : '\n\n'}${asked.join('\n')}\n`
    const start = text.length
    text += words
    const spoken = lang || languageOf(`${asked.join('\n')}\n${words}`) || 'und'
    return {
      lang: spoken,
      headings: asked,
      anchor: '',
      kind: 'question',
      text: words,
      start,
      end: text.length,
      dated: '',
    }
  })
  const questions = pairs.map(({ questions: [question = '', ...phrasings], answer }) => ({
    question,
    answer,
    phrasings,
  }))
  return { ...blankDocument(title), text, passages, questions, lang: passages[0]?.lang ?? 'und' }
}
