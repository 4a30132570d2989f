import type { Mode } from '@foyer/sdk/admin'
import { html, nothing, type TemplateResult } from 'lit'
import { at } from '../data/here.ts'
import type { Me, Membership } from '../data/me.ts'
import { signOut } from '../data/door.ts'
import { root } from '../router.ts'
import { placesHere } from '../routes.ts'
import { keepLanguage, words } from '../strings/index.ts'
import { icons } from '../ui/icons.ts'
import { theme, type Theme, wear } from './look.ts'

export interface Rail {
  me: Me
  tenant: Membership
  mode: Mode
  /** The first step of the path within the tenant, such as `/conversations`. */
  path: string
}

/** The places at the side; on a phone a bar above, and the same behind its button. */
export function railView(rail: Rail): TemplateResult {
  const { shell } = words()
  localStorage.setItem('foyer:tenant', rail.tenant.slug)
  const here = placesHere().find((place) => place.path === rail.path)
  return html`<header class="bar">
      <button type="button" class="quiet" popovertarget="rail" aria-label=${shell.openMenu}>${icons.menu}</button>
      <b>${here === undefined ? rail.tenant.name : shell.places[here.name]}</b>
      ${rail.mode === 'test' ? html`<span class="tag brass">${shell.test}</span>` : nothing}
    </header>
    <nav id="rail" class="rail" popover aria-label=${shell.rail} @click=${closeAfter}>
      ${tenantView(rail)}
      <button type="button" class="find" @click=${() => dispatchEvent(new CustomEvent('find'))}>
        ${icons.search}<span>${shell.find.open}</span><kbd dir="ltr">⌘K</kbd>
      </button>
      <ul>
        ${placesHere().map(
          ({ name, path }) =>
            html`<li>
              <a href=${at(path, rail)} aria-current=${path === rail.path ? 'page' : nothing}
                >${icons[name]}<span>${shell.places[name]}</span></a
              >
            </li>`,
        )}
      </ul>
      ${modeView(rail)} ${accountView(rail)}
    </nav>`
}

function tenantView({ me, tenant, mode }: Rail): TemplateResult {
  const { shell } = words()
  return html`<details class="menu tenant">
    <summary title=${shell.switchTenant}>
      <span class="monogram" aria-hidden="true">${initialOf(tenant.name)}</span
      ><b dir="auto">${tenant.name}</b>${icons.chevron}
    </summary>
    <ul>
      ${me.tenants.map(
        (each) =>
          html`<li>
            <a
              href=${at('/', { tenant: each, mode: each.mode === 'test' ? 'test' : mode })}
              aria-current=${each === tenant ? 'true' : nothing}
            >
              <span dir="auto">${each.name}</span>${each === tenant ? icons.check : nothing}
            </a>
          </li>`,
      )}
      <li>
        <a href="${root}/welcome">${icons.plus}<span>${shell.newTenant}</span></a>
      </li>
    </ul>
  </details>`
}

/** A tenant marked test has no live side: it then only says so. */
function modeView({ tenant, mode, path }: Rail): TemplateResult {
  const { shell } = words()
  if (tenant.mode === 'test')
    return html`<p class="mode-note"><span class="tag brass">${shell.test}</span> ${shell.testNote}</p>`
  return html`<div class="segments" role="group" aria-label=${shell.mode}>
    ${(['test', 'live'] as const).map(
      (each) =>
        html`<a href=${at(path, { tenant, mode: each })} aria-current=${each === mode ? 'true' : nothing}
          >${shell[each]}</a
        >`,
    )}
  </div>`
}

function accountView({ me }: Rail): TemplateResult {
  const { shell, lang } = words()
  const name = me.user.name === '' ? me.user.email : me.user.name
  return html`<details class="menu account">
    <summary title=${shell.account}>
      <span class="monogram round" aria-hidden="true">${initialOf(name)}</span
      ><span dir="auto">${name}</span>${icons.chevron}
    </summary>
    <div>
      <label
        >${shell.language}
        <select @change=${(event: Event) => readIn((event.target as HTMLSelectElement).value as 'en' | 'es' | 'ar')}>
          ${[
            ['en', 'English'],
            ['es', 'Español'],
            ['ar', 'العربية'],
          ].map(([tag, own]) => html`<option value=${tag} ?selected=${tag === lang}>${own}</option>`)}
        </select>
      </label>
      <label
        >${shell.theme}
        <select @change=${(event: Event) => wear((event.target as HTMLSelectElement).value as Theme)}>
          ${(['auto', 'light', 'dark'] as const).map((each) => html`<option value=${each} ?selected=${each === theme()}>${shell.themes[each]}</option>`)}
        </select>
      </label>
      <button type="button" class="link" @click=${() => void signOut()}>${shell.signOut}</button>
    </div>
  </details>`
}

const initialOf = (name: string): string => /[\p{L}\p{N}]/u.exec(name)?.[0] ?? ''

function readIn(lang: 'en' | 'es' | 'ar'): void {
  keepLanguage(lang)
  location.reload()
}

/** A menu closes when something in it was chosen; the drawer of a phone too. */
function closeAfter(event: Event): void {
  const link = (event.target as Element).closest('a')
  if (link === null) return
  const rail = event.currentTarget as HTMLElement
  for (const open of rail.querySelectorAll('details[open]')) open.removeAttribute('open')
  if (rail.matches(':popover-open')) rail.hidePopover()
}
