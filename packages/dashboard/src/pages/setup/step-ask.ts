import { quotesOf } from '@foyer/sdk/admin'
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit'
import { at, here } from '../../data/here.ts'
import { type Answered, askAsVisitor } from '../../data/try-out.ts'
import { words } from '../../strings/index.ts'
import { SetupStep } from './step.ts'

type Asked = { question: string; answer: Answered | null }

/** Three questions, answered as visitors will be, with the page each answer came from. */
class StepAsk extends SetupStep {
  static override properties: PropertyDeclarations = {
    ...SetupStep.properties,
    suggested: { state: true },
    asked: { state: true },
  }
  declare suggested: string[]
  declare asked: readonly Asked[]

  constructor() {
    super()
    this.suggested = []
    this.asked = []
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void here()
      .foyer.onboarding.questions(words().lang)
      .then((questions) => (this.suggested = questions.slice(0, 3)))
      .catch(() => undefined)
  }

  override render(): TemplateResult {
    const { ask: say } = words().setup
    const left = this.suggested.filter((question) => !this.asked.some((each) => each.question === question))
    return html`<ol class="asked" aria-live="polite">
        ${this.asked.map((each) => this.#answer(each))}
      </ol>
      ${
        left.length === 0
          ? nothing
          : html`<div class="row">
              ${left.map(
                (question) =>
                  html`<button
                    type="button"
                    class="button"
                    ?disabled=${this.busy}
                    @click=${() => void this.#ask(question)}
                  >
                    ${question}
                  </button>`,
              )}
            </div>`
      }
      <form class="with-action" @submit=${this.#own}>
        <input
          name="question"
          aria-label=${say.own}
          placeholder=${say.own}
          dir="auto"
          maxlength="500"
          autocomplete="off"
        />
        <button class="button ${this.asked.length === 0 ? 'primary' : ''}" ?disabled=${this.busy}>${say.ask}</button>
      </form>
      ${this.wrongView()}
      ${
        this.asked.length === 0
          ? nothing
          : html`<div class="row">
              <button type="button" class="button primary" @click=${() => void this.#done()}>${say.good}</button>
            </div>`
      }`
  }

  #answer({ question, answer }: Asked): TemplateResult {
    const { ask: say } = words().setup
    return html`<li>
      <p class="question"><bdi>${question}</bdi></p>
      ${
        answer === null
          ? html`<p class="soft">${say.looking}</p>`
          : html`<div class="answer">
              <p dir="auto">${answer.message.text}</p>
              <p class="row">
                ${quotesOf(answer.message.sentences)
                  .slice(0, 3)
                  .map((quote) =>
                    /^https?:/.test(quote.url)
                      ? html`<a class="tag" href=${quote.url} target="_blank" rel="noopener"
                          >${quote.title || quote.url} ↗</a
                        >`
                      : html`<span class="tag">${quote.title}</span>`,
                  )}
                <a class="link" href=${at(`/conversations/${answer.conversationId}/${answer.turnId}`)}>${say.why}</a>
              </p>
            </div>`
      }
    </li>`
  }

  readonly #own = (event: SubmitEvent) => {
    event.preventDefault()
    const form = event.target as HTMLFormElement
    const typed = new FormData(form).get('question')
    if (typeof typed !== 'string' || typed.trim() === '') return
    form.reset()
    void this.#ask(typed.trim())
  }

  #ask(question: string): Promise<void> {
    const others = this.asked.filter((each) => each.question !== question)
    this.asked = [...others, { question, answer: null }]
    return this.act(async () => {
      try {
        const answer = await askAsVisitor(question, words().lang)
        this.asked = [...others, { question, answer }]
      } catch (error) {
        this.asked = others
        throw error
      }
    })
  }

  #done(): Promise<void> {
    return this.act(async () => {
      await this.save({ steps: { ask: 'done' } })
      this.next()
    })
  }
}

customElements.define('setup-ask', StepAsk)
