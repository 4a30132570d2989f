import { hasAncestor, holds, rawText, type Element } from './tree.ts'

/** What a region of the page is for. `furniture` stands on every page: kept, but apart and without its link lists. */
export type Region = 'content' | 'furniture' | 'chrome'

const chromeRoles = new Set(['navigation', 'search', 'menu', 'menubar', 'toolbar', 'alertdialog', 'dialog'])
const chromeNames =
  /^(nav|navbar|navigation|main-?nav|site-?nav|top-?nav|mobile-?(nav|menu)|main-?menu|off-?canvas|mega-?menu|menu-(toggle|item|list|container)|breadcrumbs?|skip-?(link|nav|to-content)|screen-reader-shortcut|social-?(links|icons|share|media)|share-?(buttons|bar|links)|sharedaddy|pagination|pager|page-numbers|post-navigation|nav-links|related-posts|comments-area|comment-respond|search-?form|language-?(switcher|selector)|wp-block-navigation|back-to-top|scroll-to-top)$/i
const cookieNames = /cookie|consent|gdpr|onetrust|cookiebot|cc-window|cmplz|iubenda/i
const footerNames =
  /^(footer|site-?footer|page-?footer|footer-(wrapper|container|widgets|area|section)|colophon|main-footer|global-footer)$/i

export function regionOf(element: Element): Region {
  const { tag, attrs } = element
  const role = attrs['role'] ?? ''
  if (tag === 'nav' || tag === 'dialog' || chromeRoles.has(role)) return 'chrome'
  if (tag === 'footer' || role === 'contentinfo') return isPageLevel(element) ? 'furniture' : 'content'
  if (tag === 'aside' || role === 'complementary') return 'furniture'
  if (tag === 'header' || role === 'banner')
    return isPageLevel(element) && isThinHeader(element) ? 'furniture' : 'content'
  if (/breadcrumb/i.test(attrs['aria-label'] ?? '')) return 'chrome'
  const id = attrs['id'] ?? ''
  if (id === '' && attrs['class'] === undefined) return 'content'
  for (const name of [id, ...element.classes]) {
    if (name === '') continue
    if (cookieNames.test(name) && tag !== 'body' && tag !== 'html' && isCookieBanner(element)) return 'chrome'
    if (chromeNames.test(name) && tag !== 'body' && linkShare(element) > 0.5) return 'chrome'
    if (footerNames.test(name) && isPageLevel(element)) return 'furniture'
  }
  if ((tag === 'ul' || tag === 'ol') && /\b(menu|nav)\b/i.test(`${id} ${attrs['class']}`) && linkShare(element) > 0.8) {
    return 'chrome'
  }
  return 'content'
}

function isPageLevel(element: Element): boolean {
  return !hasAncestor(
    element,
    ({ tag }) => tag === 'article' || tag === 'main' || tag === 'blockquote' || tag === 'section',
  )
}

/** A header with a headline or a paragraph is the top of the content, not furniture. */
function isThinHeader(element: Element): boolean {
  return !holds(element, (inner) => /^h[12]$/.test(inner.tag) || (inner.tag === 'p' && rawText(inner, 100).length > 80))
}

function isCookieBanner(element: Element): boolean {
  const text = rawText(element, 3000)
  return text.length < 3000 && /cookie|consent|gdpr|galletas|ملفات تعريف/i.test(text)
}

/** A menu shows what it is in its first words; all of a long region is not read for it. */
const judged = 6000

/** How much of an element's text stands in links, 0 to 1. */
export function linkShare(element: Element): number {
  const all = rawText(element, judged).length
  if (all === 0) return 1
  let linked = 0
  const add = (node: Element) => {
    for (const child of node.children) {
      if (typeof child === 'string' || linked > judged) continue
      if (child.tag === 'a' || child.tag === 'button') linked += rawText(child, judged).length + 1
      else add(child)
    }
  }
  add(element)
  return Math.min(1, linked / all)
}
