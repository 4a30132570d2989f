import { html, nothing, type TemplateResult } from 'lit'
import type { Document } from '../../data/draft.ts'
import { words } from '../../strings/index.ts'
import { icons } from '../../ui/icons.ts'
import { tick } from '../../ui/tick.ts'
import { wordingView } from './wording.ts'

type Questions = NonNullable<NonNullable<Document['messages']>['questions']>

const most = 5

/** What is asked besides when a message is taken in a call, and which answers are sensitive. */
export function questionsView(
  questions: Questions,
  languages: readonly string[],
  change: (questions: Questions) => void,
): TemplateResult {
  const { questions: say } = words().playbook.voice
  const put = (at: number, to: Questions[number]) => change(questions.with(at, to))
  const add = () => change([...questions, { id: `question-${Math.random().toString(36).slice(2, 8)}`, ask: {} }])
  return html`<div>
      <h2>${say.title}</h2>
      <p class="soft">${say.lead}</p>
    </div>
    ${questions.map(
      (question, at) =>
        html`<div class="stack">
          ${wordingView(say.ask, say.askNote, question.ask, languages, (ask) => put(at, { ...question, ask: ask as typeof question.ask }))}
          ${tick(say.sensitive, question.sensitive === true, (sensitive) => put(at, { ...question, sensitive }), say.sensitiveNote)}
          <p>
            <button type="button" class="button danger" @click=${() => change(questions.toSpliced(at, 1))}>
              ${icons.trash}${say.remove}
            </button>
          </p>
        </div>`,
    )}
    ${
      questions.length >= most
        ? nothing
        : html`<p><button type="button" class="button" @click=${add}>${icons.plus}${say.add}</button></p>`
    }`
}
