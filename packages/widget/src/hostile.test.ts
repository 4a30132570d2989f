import { expect } from '@open-wc/testing'
import { emulateMedia } from '@web/test-runner-commands'
import { hostile } from './test/hostile.ts'
import { ask, find, leave, visit, within } from './test/visit.ts'

const page = new CSSStyleSheet()
document.adoptedStyleSheets = [page]

afterEach(() => {
  leave()
  page.replaceSync('')
})

/** Where things stand and how they look, as far as a visitor could tell. */
async function appearance(css: string): Promise<Record<string, string>> {
  page.replaceSync(css)
  const widget = await visit()
  const look: Record<string, string> = {}
  const note = (name: string, element: HTMLElement) => {
    const { x, y, width, height } = element.getBoundingClientRect()
    const style = getComputedStyle(element)
    const facts = [
      'font',
      'color',
      'backgroundColor',
      'letterSpacing',
      'textTransform',
      'direction',
      'visibility',
      'opacity',
      'filter',
      'pointerEvents',
      'transform',
    ] as const
    look[name] =
      [x, y, width, height].map(Math.round).join(' ') + facts.map((fact) => ` ${fact}:${style[fact]}`).join('')
  }
  note('launcher', await find(widget, 'button'))
  await ask(widget, 'How much is a tune-up?')
  for (const selector of ['.panel', '.greeting', '.said', '.answer', 'textarea', '.foot'])
    note(selector, await find(widget, selector))
  const host = getComputedStyle(widget)
  look['host'] = [
    host.opacity,
    host.visibility,
    host.filter,
    host.transform,
    getComputedStyle(widget, '::before').content,
  ].join(' ')
  const hit = document.elementFromPoint(innerWidth - 60, innerHeight - 60)
  look['hit'] = String(hit === widget)
  expect(within(widget, 'textarea').length).to.equal(1)
  return look
}

describe('on a hostile page', () => {
  let untouched: Record<string, string> = {}
  before(async () => {
    await emulateMedia({ reducedMotion: 'reduce' })
    untouched = await appearance('')
  })

  for (const [name, css] of Object.entries({ ...hostile, everything: Object.values(hostile).join('\n') })) {
    it(`looks the same: ${name}`, async () => {
      expect(await appearance(css)).to.deep.equal(untouched)
    })
  }
})
