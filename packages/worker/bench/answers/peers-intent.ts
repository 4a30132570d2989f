// NLP.js as its own benchmark uses it: the language's stemmer, its neural classifier, its default threshold.
import { containerBootstrap, Nlp } from '@nlpjs/basic'
import { LangAr } from '@nlpjs/lang-ar'
import { LangEn } from '@nlpjs/lang-en'
import { LangEs } from '@nlpjs/lang-es'
import type { Decision } from './ours.ts'
import type { IntentTask } from './sets.ts'

export async function nlpjs(
  task: IntentTask,
): Promise<{ decisions: Decision[]; prepareMs: number; perQueryMs: number }> {
  const container = await containerBootstrap()
  for (const language of [LangEn, LangEs, LangAr]) container.use(language)
  const nlp = new Nlp({ container, autoSave: false, autoLoad: false, log: false, nlu: { log: false } })
  nlp.addLanguage(task.lang)
  for (const { text, intent } of task.train) if (intent !== null) nlp.addDocument(task.lang, text, intent)
  const begin = performance.now()
  await nlp.train()
  const ready = performance.now()
  const decisions: Decision[] = []
  for (const { id, text } of task.queries) {
    const said = await nlp.process(task.lang, text)
    const best = said.classifications.find((one) => one.intent !== 'None')
    decisions.push({
      id,
      top: best?.intent ?? '',
      intent: said.intent === 'None' ? null : said.intent,
      score: best?.score ?? 0,
      asked: false,
    })
  }
  return {
    decisions,
    prepareMs: ready - begin,
    perQueryMs: (performance.now() - ready) / Math.max(1, task.queries.length),
  }
}
