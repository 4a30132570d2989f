import { expect } from '@open-wc/testing'
import { emulateMedia, sendKeys, setViewport } from '@web/test-runner-commands'
import { expectAccessible } from './test/axe.ts'
import { ask, desk, find, focused, leave, until, visit, within } from './test/visit.ts'

const words = { version: '1', text: { en: 'You will be talking to an AI; it is recorded only if you agree.' } }
const offer = { languages: ['en'], recording: true, notice: words }

beforeEach(() => emulateMedia({ reducedMotion: 'reduce' }))

afterEach(async () => {
  await emulateMedia({ reducedMotion: 'no-preference' })
  leave()
  await desk({ config: { voice: null } })
  await setViewport({ width: 1280, height: 800 })
})

describe('talking', () => {
  it('is offered only where somebody could answer', async () => {
    const widget = await visit()
    await widget.open()
    await find(widget, 'textarea')
    expect(within(widget, '.talk')).to.deep.equal([])
  })

  it('asks first whether it may be recorded; Escape goes back to where one was, and nothing was asked for', async () => {
    await desk({ config: { voice: offer } })
    const widget = await visit()
    await widget.open()
    ;(await find(widget, '.talk')).click()
    await find(widget, '.call-notice', words.text.en)
    await until(() => focused()?.textContent?.includes('Agree and talk'))
    await expectAccessible(widget)
    await sendKeys({ press: 'Escape' })
    await until(() => focused()?.classList.contains('talk'))
    expect(widget.isOpen).to.equal(true)
    expect((await desk()).requests.filter((request) => request.includes('calls'))).to.deep.equal([])
  })

  it('says what to do when all lines are busy, and opens the form', async () => {
    await desk({ config: { voice: { ...offer, recording: false } } })
    const widget = await visit()
    await widget.open()
    await desk({ faults: [{ on: 'POST /v1/conversations/:id/calls', status: 409, code: 'lines_busy' }] })
    ;(await find(widget, '.talk')).click()
    await find(widget, '.call-notice', 'All lines are busy.')
    await expectAccessible(widget)
    ;(await find(widget, '.ways button', 'Leave a message')).click()
    await find(widget, 'foyer-message-form')
    expect(within(widget, '.call-notice')).to.deep.equal([])
  })
})

describe('the panel', () => {
  it('keeps the focus inside while it covers the window', async () => {
    await setViewport({ width: 400, height: 700 })
    await until(() => innerWidth === 400)
    const widget = await visit()
    await ask(widget, 'How much is a tune-up?')
    expect((await find(widget, '.panel')).getAttribute('aria-modal')).to.equal('true')
    const close = await find(widget, '.close')
    close.focus()
    await sendKeys({ press: 'Shift+Tab' })
    expect(focused()?.textContent).to.equal('Talk to a person')
    await sendKeys({ press: 'Tab' })
    expect(focused()).to.equal(close)
  })

  it('asks what was wrong after a thumb down, and takes silence for an answer', async () => {
    const widget = await visit()
    await ask(widget, 'How much is a tune-up?')
    within(widget, '.bar button')[1]?.click()
    const field = (await find(widget, '.reason input')) as HTMLInputElement
    field.value = 'The price is old'
    await expectAccessible(widget)
    field.form?.requestSubmit()
    await until(async () =>
      (await desk()).ratings.some((rating) => (rating as { reason?: string }).reason === 'The price is old'),
    )
    expect(within(widget, '.reason')).to.deep.equal([])
  })
})
