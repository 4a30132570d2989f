import { assemble } from './blocks.ts'
import {
  blankDocument,
  ordersNote,
  type ReadDocument,
  type ReadLink,
  type ReadNote,
  type ReadOptions,
  type ReadQuestion,
} from './document.ts'
import { absolute, datedBy, primaryTag, readHead } from './head.ts'
import { leaveOutOrders } from './injected.ts'
import { PageReader } from './page.ts'
import { faqOf, readJsonLd, readMicrodata } from './structured.ts'
import { parseTree, rawText, type Tree } from './tree.ts'
import { fold, tidy } from './words.ts'

/**
 * Reads a web page the way a visitor does: headings, sentences, lists, tables row by row, opened accordions and the
 * footer's phone and hours; without navigation, cookie banners and whatever the page hides. Never throws.
 */
export function readHtml(html: string, options: ReadOptions): ReadDocument {
  const tree = parseTree(html)
  const head = readHead(tree, options.url)
  const structured = [...readJsonLd(tree.jsonLd), ...readMicrodata(tree, (href) => absolute(href, head.base))]
  const dated = head.dated || datedBy(structured)
  const reader = new PageReader(tree)
  const alternate = head.links.find((link) => link.rel.startsWith('alternate:') && link.url === options.url)
  const said = head.lang || primaryTag(alternate?.rel.slice('alternate:'.length) ?? '')
  reader.read(tree, said || 'und', headingOf(head.title), head.stylesheets === 0 && tree.styles.length === 0)
  const lang = languageOf(said, reader.blocks.map((block) => block.text).join('\n'), options)
  const clean = leaveOutOrders(reader.blocks)
  const blocks = clean.blocks.map((block) => (block.lang === (said || 'und') ? { ...block, lang } : block))
  const { text, passages, questions } = assemble(blocks, dated)
  const firstHeading = blocks.find((block) => block.kind === 'heading')?.text ?? ''
  return {
    ...blankDocument(head.title || firstHeading || options.url),
    lang,
    canonicalUrl: head.canonicalUrl,
    text,
    passages,
    links: linksOf(tree, head.base, head.links),
    robots: head.robots,
    structured,
    icon: head.icon,
    themeColor: head.themeColor,
    dated,
    notes: [...notesOf(tree, reader, text), ...(clean.orders > 0 ? [ordersNote(clean.orders)] : [])],
    questions: joinQuestions(questions, faqOf(structured), text),
  }
}

/** The page's own part of `Prices | Acme Heating`. */
function headingOf(title: string): string {
  return title.split(/\s+[|–—·•»]\s+|\s+-\s+/)[0]?.trim() ?? title
}

/** A page in Arabic letters is not English, whatever its template says. */
function languageOf(said: string, text: string, options: ReadOptions): string {
  const sample = text.slice(0, 4000)
  const arabic = sample.match(/\p{Script=Arabic}/gu)?.length ?? 0
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  const arabicText = letters > 20 && arabic > letters / 2
  if (arabicText && !/^(ar|fa|ur|ps|ku|ckb|sd|ug|he)$/.test(said)) return 'ar'
  if (said !== '') return said
  return primaryTag(options.detectLanguage?.(sample) ?? '') || 'und'
}

function linksOf(tree: Tree, base: string, first: readonly ReadLink[]): ReadLink[] {
  const links: ReadLink[] = []
  const seen = new Set<string>()
  const add = (url: string, text: string, rel: string) => {
    const plain = url.replace(/#.*$/, '')
    const key = `${rel.startsWith('alternate') ? rel : ''} ${plain}`
    if (plain === '' || seen.has(key)) return
    seen.add(key)
    links.push({ url: plain, text, rel })
  }
  for (const { url, text, rel } of first) add(url, text, rel)
  for (const element of tree.elements) {
    const { tag, attrs } = element
    if ((tag === 'a' || tag === 'area') && attrs['href']) {
      const text = tidy(rawText(element)) || tidy(attrs['aria-label'] ?? attrs['title'] ?? '')
      add(absolute(attrs['href'], base), text, (attrs['rel'] ?? '').toLowerCase())
    } else if (tag === 'frame' && attrs['src']) add(absolute(attrs['src'], base), attrs['title'] ?? '', 'frame')
  }
  return links
}

function notesOf(tree: Tree, reader: PageReader, text: string): ReadNote[] {
  const notes: ReadNote[] = []
  if (text.length < 200 && needsScripts(tree)) {
    notes.push({
      code: 'needs-scripts',
      message:
        'This page shows its words only after scripts have run, and we read pages without running them. Upload its content as a file or type it in.',
    })
  } else if (text === '')
    notes.push({ code: 'empty', message: 'There are no words on this page that a visitor can read.' })
  if (reader.hidden > 0) {
    notes.push({
      code: 'hidden-text-left-out',
      count: reader.hidden,
      message: `We left out ${reader.hidden === 1 ? 'one piece' : `${reader.hidden} pieces`} of text that visitors cannot see on this page.`,
    })
  }
  if (reader.truncated || tree.bottomless) {
    notes.push({
      code: 'truncated',
      message: 'This page is very long or very deep. We read its first part.',
    })
  }
  return notes
}

function needsScripts(tree: Tree): boolean {
  if (/javascript|enable js|activ\w+ js/i.test(tree.noscript)) return true
  if (tree.scripts === 0) return false
  for (const { tag, attrs } of tree.elements) {
    if (/^(root|app|__next|__nuxt|___gatsby|svelte|main-app|application|SITE_CONTAINER|q-app)$/.test(attrs['id'] ?? ''))
      return true
    if (tag === 'app-root' || tag === 'router-outlet' || 'ng-app' in attrs || 'data-reactroot' in attrs) return true
  }
  return tree.scripts >= 2
}

/** What JSON-LD asks and answers counts only when the answer can also be read on the page. */
function joinQuestions(found: ReadQuestion[], stated: readonly ReadQuestion[], text: string): ReadQuestion[] {
  const seen = new Set(found.map(({ question }) => fold(question)))
  const folded = stated.length > 0 ? fold(text) : ''
  for (const { question, answer } of stated) {
    const plain = tidy(rawText(parseTree(answer).root))
    if (plain === '' || seen.has(fold(question)) || !folded.includes(fold(plain).slice(0, 80))) continue
    seen.add(fold(question))
    found.push({ question: tidy(question), answer: plain })
  }
  return found
}
