import { expect, fixture, html } from '@open-wc/testing'
import { withNumbers } from './numbers.ts'

describe('a telephone number in a right-to-left line', () => {
  it('is held left to right, and the words around it stay words', async () => {
    const line = await fixture(
      html`<p dir="rtl">${withNumbers('اتصل بخط الطوارئ 505-555-0199، أو (505) 555-0142 في أي وقت')}</p>`,
    )
    expect([...line.querySelectorAll('bdi')].map((number) => [number.textContent, number.dir])).to.deep.equal([
      ['505-555-0199', 'ltr'],
      ['(505) 555-0142', 'ltr'],
    ])
    expect(line.textContent).to.contain('في أي وقت')
  })

  it('and a price or an hour is left as it is', async () => {
    const line = await fixture(html`<p>${withNumbers('It costs $89 and we close at 6:00 pm.')}</p>`)
    expect(line.querySelector('bdi')).to.equal(null)
  })
})
