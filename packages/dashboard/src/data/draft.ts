import { FoyerError, type Assistant, type Playbook, type PlaybookVersion } from '@foyer/sdk/admin'
import { here } from './here.ts'

type Sent = NonNullable<Playbook>
export type Scenario = NonNullable<Sent['scenarios']>[number]
export type Rule = NonNullable<Sent['rules']>[number]
export type Document = Sent & { scenarios: Scenario[]; rules: Rule[] }
type Kept = { kind: 'saved' } | { kind: 'saving' } | { kind: 'failed'; error: unknown } | { kind: 'conflict' }

const patienceMs = 600

/** The draft while a person edits it: shown at once, saved a moment later, never over somebody else's change. */
export class Draft {
  readonly assistant: Assistant
  document: Document
  versions: PlaybookVersion[]
  kept: Kept = { kind: 'saved' }
  #revision: number
  #timer: ReturnType<typeof setTimeout> | undefined
  #saving: Promise<void> = Promise.resolve()
  readonly #changed: () => void

  private constructor(
    assistant: Assistant,
    document: Document,
    revision: number,
    versions: PlaybookVersion[],
    changed: () => void,
  ) {
    this.assistant = assistant
    this.document = document
    this.versions = versions
    this.#revision = revision
    this.#changed = changed
  }

  static async open(changed: () => void, signal: AbortSignal): Promise<Draft> {
    const { foyer } = here()
    const [assistant] = await foyer.assistants.list({ signal }).toArray(1)
    if (assistant === undefined) throw new FoyerError('not_found', 'There is no assistant yet.')
    const [draft, versions] = await Promise.all([
      foyer.playbook.get(assistant.id, { signal }),
      foyer.playbook.versions(assistant.id, { signal, limit: 50 }).page(),
    ])
    const document = whole(draft.playbook ?? { name: assistant.name, languages: ['en'] })
    return new Draft(assistant, document, draft.revision, versions.items, changed)
  }

  get published(): PlaybookVersion | undefined {
    return this.versions.find(({ published }) => published)
  }

  get nextNumber(): number {
    return Math.max(0, ...this.versions.map(({ number }) => number)) + 1
  }

  change(document: Document): void {
    this.document = document
    this.#keep({ kind: 'saving' })
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.save(), patienceMs)
  }

  /** One after another, each on the revision that the one before left. */
  save(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    const { document } = this
    this.#saving = this.#saving.then(async () => {
      if (this.kept.kind === 'saved' || this.kept.kind === 'conflict') return
      try {
        const { revision } = await here().foyer.playbook.put(this.assistant.id, document, { revision: this.#revision })
        this.#revision = revision
        if (document === this.document) this.#keep({ kind: 'saved' })
      } catch (error) {
        const conflict = error instanceof FoyerError && error.code === 'revision_conflict'
        this.#keep(conflict ? { kind: 'conflict' } : { kind: 'failed', error })
      }
    })
    return this.#saving
  }

  async publish(): Promise<PlaybookVersion> {
    await this.save()
    if (this.kept.kind === 'failed') throw this.kept.error
    const version = await here().foyer.playbook.publish(this.assistant.id)
    this.versions = [version, ...this.versions.map((each) => ({ ...each, published: false }))]
    this.#changed()
    return version
  }

  /** Publishes an earlier version again; the draft stays as it is being edited. */
  async goBackTo(number: number): Promise<void> {
    const mine = this.document
    await this.restore(number)
    await this.publish()
    this.change(mine)
  }

  async restore(number: number): Promise<void> {
    const draft = await here().foyer.playbook.restore(this.assistant.id, number)
    this.#revision = draft.revision
    if (draft.playbook !== null) this.document = whole(draft.playbook)
    this.#keep({ kind: 'saved' })
  }

  #keep(kept: Kept): void {
    this.kept = kept
    this.#changed()
  }
}

const whole = (sent: Sent): Document => ({ ...sent, scenarios: sent.scenarios ?? [], rules: sent.rules ?? [] })
