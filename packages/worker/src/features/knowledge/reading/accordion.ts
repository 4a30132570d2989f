import { rawText, type Element, type Tree } from './tree.ts'

const panelName = /accordion|faq|collaps|toggle|tab-?(pane|panel|content)|expand|answer/i
const triggerName =
  /(accordion|faq|collaps\w*|toggle|expand\w*|tab)[\w-]*(title|head(er|ing)?|button|btn|trigger|label|question)$|^(faq-?)?question$/i

/** Parts a visitor can open by a click, and the label that opens each: shut, but not hidden. */
export interface Accordions {
  panels: Map<Element, Element>
  triggers: Set<Element>
}

export function findAccordions(tree: Tree): Accordions {
  const found: Accordions = { panels: new Map(), triggers: new Set() }
  for (const element of tree.elements) {
    const panel = openedBy(element, tree)
    if (!panel || panel === element) continue
    const label = rawText(element, 300)
    if (label === '' || label.length > 300 || rawText(panel, 10) === '') continue
    if (isMenu(element) || isMenu(panel)) continue
    found.panels.set(panel, element)
    found.triggers.add(element)
  }
  return found
}

function openedBy(element: Element, tree: Tree): Element | undefined {
  const { attrs } = element
  if (element.tag === 'details' || (attrs['role'] === 'tabpanel' && attrs['aria-labelledby'])) return undefined
  const named =
    attrs['aria-controls'] ?? hashOf(attrs['data-bs-target'] ?? attrs['data-target'] ?? attrs['data-collapse'])
  if (named) return tree.byId.get(named)
  if (element.tag === 'a' && /collapse|tab|accordion/.test(attrs['data-toggle'] ?? attrs['data-bs-toggle'] ?? '')) {
    return tree.byId.get(hashOf(attrs['href']))
  }
  if (element.tag === 'a' && attrs['role'] === 'tab') return tree.byId.get(hashOf(attrs['href']))
  const expands = 'aria-expanded' in attrs || element.classes.some((name) => triggerName.test(name))
  if (!expands && element.tag !== 'label') return undefined
  return panelBeside(element, 'aria-expanded' in attrs)
}

/** The next sibling of the label, or of the heading around it, when it looks like what the label opens. */
function panelBeside(element: Element, sure: boolean): Element | undefined {
  let from = element
  for (let up = 0; up < 3 && from.parent; up++) {
    const siblings = from.parent.children.filter((child): child is Element => typeof child !== 'string')
    const next = siblings[siblings.indexOf(from) + 1]
    if (next) {
      const names = next.classes
      const isPanel = names.some((name) => panelName.test(name)) && !names.some((name) => triggerName.test(name))
      const looksRight = isPanel || next.attrs['role'] === 'region'
      return sure || looksRight ? next : undefined
    }
    from = from.parent
  }
  return undefined
}

function hashOf(reference: string | undefined): string {
  return reference?.startsWith('#') ? reference.slice(1) : ''
}

function isMenu(element: Element): boolean {
  for (let up: Element | undefined = element; up; up = up.parent) {
    if (up.tag === 'nav' || up.attrs['role'] === 'navigation' || up.attrs['role'] === 'menu') return true
    const names = `${up.attrs['class'] ?? ''} ${up.attrs['id'] ?? ''}`
    if (/\b(nav|navbar|menu)(-|\b)/i.test(names) && !/nav-(tabs|pills)/.test(names)) return true
  }
  return false
}
