import { expect } from '@open-wc/testing'
import { contrast, readable } from './accent.ts'
import { ask, find, leave, visit } from './test/visit.ts'

afterEach(leave)

describe('the accent', () => {
  it('is darkened or lightened until it can be read', () => {
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

  it('is the tenant’s, in any notation', async () => {
    const widget = await visit()
    widget.style.setProperty('--foyer-accent', 'hsl(50 100% 50%)')
    await ask(widget, 'How much is a tune-up?')
    const { backgroundColor } = getComputedStyle(await find(widget, '.said p'))
    expect(backgroundColor).to.match(/^rgb/)
    expect(backgroundColor).not.to.equal('rgb(255, 212, 0)')
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
