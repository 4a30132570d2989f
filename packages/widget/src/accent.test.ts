import { expect } from '@open-wc/testing'
import { contrast, readable, textOn } from './accent.ts'
import { expectAccessible } from './test/axe.ts'
import { ask, desk, find, leave, until, visit, within } from './test/visit.ts'

const ours = { accent: '', corner: 'soft', theme: 'auto', launcher: {} }
const chosen = { accent: '#ffd400', corner: 'round', theme: 'dark', launcher: { en: 'Ask Ada', es: 'Pregunte' } }

afterEach(async () => {
  leave()
  await desk({ config: { look: ours } })
})

describe('the accent', () => {
  it('carries black or white text, whichever can be read, on every colour there is', () => {
    for (let red = 0; red < 256; red += 15)
      for (let green = 0; green < 256; green += 15)
        for (let blue = 0; blue < 256; blue += 15)
          expect(contrast(textOn([red, green, blue]), [red, green, blue])).to.be.at.least(4.5)
  })

  it('is darkened or lightened until a link in it can be read', () => {
    expect(contrast([0, 0, 0], [255, 255, 255])).to.be.closeTo(21, 0.01)
    expect(readable([20, 80, 60], [255, 255, 255])).to.deep.equal([20, 80, 60])
    for (const colour of [
      [255, 221, 0],
      [255, 120, 160],
      [255, 255, 255],
    ] as const) {
      expect(contrast(readable([...colour], [255, 255, 255]), [255, 255, 255])).to.be.at.least(4.5)
    }
    expect(contrast(readable([10, 20, 60], [45, 52, 52]), [45, 52, 52])).to.be.at.least(4.5)
  })

  it('is the page’s, in any notation', async () => {
    const widget = await visit()
    widget.style.setProperty('--foyer-accent', 'hsl(50 100% 50%)')
    await ask(widget, 'How much is a tune-up?')
    const { backgroundColor, color } = getComputedStyle(await find(widget, '.said p'))
    expect([backgroundColor, color]).to.deep.equal(['rgb(255, 213, 0)', 'rgb(0, 0, 0)'])
  })
})

describe('the look that the owner chose', () => {
  const launcherOf = (widget: Element) => within(widget, 'button[part=launcher]')[0] as HTMLElement

  it('is worn by the launcher before it is opened, and by the panel', async () => {
    await desk({ config: { look: chosen } })
    const widget = await visit()
    const launcher = launcherOf(widget)
    await until(() => launcher.textContent === 'Ask Ada')
    expect(launcher.ariaLabel).to.equal('Ask Ada')
    await until(() => getComputedStyle(launcher).backgroundColor === 'rgb(255, 212, 0)')
    expect(getComputedStyle(launcher).color).to.equal('rgb(0, 0, 0)')
    await ask(widget, 'How much is a tune-up?')
    expect(getComputedStyle(await find(widget, '.said p')).color).to.equal('rgb(0, 0, 0)')
    expect(getComputedStyle(widget).colorScheme).to.equal('dark')
    expect(getComputedStyle(widget).getPropertyValue('--f-radius')).to.equal('24px')
    await expectAccessible(widget)
  })

  it('speaks the page’s language beside the icon, and stands at the start of a page that reads from right to left', async () => {
    await desk({ config: { look: { ...chosen, launcher: { ar: 'اسأل آدا' } } } })
    document.documentElement.dir = 'rtl'
    const launcher = launcherOf(await visit({ lang: 'ar' }))
    await until(() => launcher.textContent === 'اسأل آدا')
    expect(launcher.getBoundingClientRect().left).to.be.within(0, 40)
    document.documentElement.removeAttribute('dir')
  })

  it('gives way to what the tag says, which also saves the asking', async () => {
    await desk({ config: { look: chosen } })
    const before = (await desk()).requests.length
    const widget = await visit({ accent: '#123456', corner: 'sharp', theme: 'light', launcher: 'Talk' })
    const { requests } = await desk()
    expect(requests.slice(before).filter((name) => name.includes('widget'))).to.deep.equal([])
    await widget.open()
    await find(widget, '.suggestions')
    const style = getComputedStyle(widget)
    expect(style.getPropertyValue('--f-accent')).to.equal('rgb(18 52 86)')
    expect(style.getPropertyValue('--f-radius')).to.equal('4px')
    expect(style.colorScheme).to.equal('light')
    expect(launcherOf(widget).textContent).to.equal('Talk')
  })
})

describe('inline', () => {
  it('is a part of the page: no launcher, no closing, no focus taken', async () => {
    const widget = await visit({ mode: 'inline' })
    await find(widget, 'textarea')
    expect(document.activeElement).not.to.equal(widget)
    expect(widget.getBoundingClientRect().height).to.equal(560)
    expect((await find(widget, '.panel')).getAttribute('role')).to.equal('region')
  })
})
