import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import { type Draft, type Rule, type Scenario } from '../../data/draft.ts'
import { at } from '../../data/here.ts'
import { mayRun } from '../../data/role.ts'
import { go } from '../../router.ts'
import { fill, words } from '../../strings/index.ts'
import { empty } from '../../ui/empty.ts'
import { icons } from '../../ui/icons.ts'
import { notice } from '../../ui/notices.ts'
import { ruleView } from './rule.ts'
import { scenarioView } from './scenario.ts'

export type Kind = 'scenarios' | 'rules'
type Entry = Scenario | Rule

/** Scenarios, or rules: the list with its filter, the chosen one beside it, and a place to try words. */
export function entriesView(draft: Draft, kind: Kind, chosen: string, sought: string): TemplateResult {
  const { playbook: say } = words()
  const entries: Entry[] = draft.document[kind]
  const found = entries.filter((entry) => nameOf(entry).toLowerCase().includes(sought.toLowerCase()))
  const open = entries.find(({ id }) => id === chosen) ?? found[0]
  const seek = (event: Event) => {
    const q = (event.target as HTMLInputElement).value
    go(`${at(`/playbook/${kind}`)}${q === '' ? '' : `?${new URLSearchParams({ q })}`}`, 'replace')
  }
  const none = kind === 'scenarios' ? say.empty : say.emptyRules
  return html`<div class="playbook">
    <section class="entries" aria-label=${say.tabs[kind]}>
      <div class="tools">
        <label class="filter">
          ${icons.search}<input
            type="search"
            data-filter
            aria-label=${say.filter}
            placeholder=${say.filter}
            .value=${sought}
            @input=${seek}
          /><kbd aria-hidden="true">/</kbd>
        </label>
        <button type="button" class="button" ?disabled=${!mayRun()} @click=${() => add(draft, kind)}>
          ${icons.plus}${say.add}
        </button>
      </div>
      <ul class="names">
        ${repeat(
          found,
          ({ id }) => id,
          (entry) =>
            html`<li>
              <a data-row href=${at(`/playbook/${kind}/${entry.id}`)} aria-current=${entry === open ? 'true' : nothing}
                ><span class="one-line" dir="auto">${nameOf(entry)}</span></a
              >
            </li>`,
        )}
      </ul>
    </section>
    <section class="entry">
      ${
        open === undefined
          ? empty(none.title, none.what)
          : repeat(
              [open],
              ({ id }) => id,
              (entry) =>
                html`<fieldset ?disabled=${!mayRun()} class="stack">
                  ${'examples' in entry ? scenarioView(entry, draft.document.languages, (to) => put(draft, kind, entry.id, to)) : ruleView(entry, draft.document.languages, (to) => put(draft, kind, entry.id, to))}
                  <p>
                    <button type="button" class="button danger" @click=${() => remove(draft, kind, entry)}>
                      ${icons.trash}${say.remove}
                    </button>
                  </p>
                </fieldset>`,
            )
      }
    </section>
    <aside><playbook-trial .draft=${draft}></playbook-trial></aside>
  </div>`
}

export const nameOf = (entry: Entry): string =>
  'name' in entry && entry.name !== '' ? entry.name : entry.id.replaceAll('-', ' ')

function put(draft: Draft, kind: Kind, id: string, to: Entry): void {
  const list = draft.document[kind].map((each) => (each.id === id ? to : each))
  draft.change({ ...draft.document, [kind]: list })
}

function add(draft: Draft, kind: Kind): void {
  const { playbook: say } = words()
  const id = `${kind === 'rules' ? 'rule' : 'scenario'}-${Math.random().toString(36).slice(2, 8)}`
  const entry: Entry =
    kind === 'rules'
      ? { id, when: { phrases: {} }, say: {} }
      : { id, name: say.newScenario, examples: {}, answer: { knowledge: true, offer: 'none' } }
  draft.change({ ...draft.document, [kind]: [entry, ...draft.document[kind]] })
  go(at(`/playbook/${kind}/${id}`))
}

function remove(draft: Draft, kind: Kind, entry: Entry): void {
  const before = draft.document[kind]
  draft.change({ ...draft.document, [kind]: before.filter(({ id }) => id !== entry.id) })
  go(at(`/playbook/${kind}`), 'replace')
  const undo = () => draft.change({ ...draft.document, [kind]: before })
  notice(fill(words().playbook.removed, { name: nameOf(entry) }), { undo })
}
