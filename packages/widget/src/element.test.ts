import { expect } from '@open-wc/testing'
import { emulateMedia, sendKeys, setViewport } from '@web/test-runner-commands'
import { expectAccessible } from './test/axe.ts'
import { arrive, ask, desk, find, focused, leave, until, visit, within } from './test/visit.ts'

afterEach(async () => {
  leave()
  document.documentElement.removeAttribute('dir')
  await setViewport({ width: 1280, height: 800 })
  await emulateMedia({ colorScheme: 'light', reducedMotion: 'no-preference' })
})

describe('foyer-widget', () => {
  it('asks the service for its look alone before it is opened, and nothing is stored before the first word', async () => {
    const before = (await desk()).requests.length
    const widget = await visit()
    const asked = () => desk().then(({ requests }) => requests.slice(before))
    await until(async () => (await asked()).includes('GET /v1/widget/look'))
    expect([...new Set(await asked())].filter((name) => !name.startsWith('OPTIONS'))).to.deep.equal([
      'GET /v1/widget/look',
    ])
    await widget.open()
    await find(widget, '.suggestions')
    expect(localStorage.length + sessionStorage.length).to.equal(0)
  })

  it('says first who it is', async () => {
    const widget = await visit()
    await widget.open()
    expect((await find(widget, '.greeting')).textContent).to.contain(
      "I'm Ada, the AI assistant of Saltbush Heating & Cooling.",
    )
  })

  it('can be used with the keyboard alone', async () => {
    const widget = await visit()
    within(widget, 'button')[0]?.focus()
    await sendKeys({ press: 'Enter' })
    await until(() => focused()?.tagName === 'TEXTAREA')
    await sendKeys({ type: 'How much is a tune-up?' })
    await sendKeys({ press: 'Enter' })
    await find(widget, '.answer', '$129')
    await sendKeys({ press: 'Escape' })
    await until(() => focused()?.getAttribute('aria-expanded') === 'false')
    expect(widget.isOpen).to.equal(false)
  })

  it('moves among the suggestions with the arrow keys', async () => {
    const widget = await visit()
    await widget.open()
    const [first, second] = within(await find(widget, '.suggestions'), 'button')
    first?.focus()
    await sendKeys({ press: 'ArrowDown' })
    expect(focused()).to.equal(second)
    await sendKeys({ press: 'Home' })
    expect(focused()).to.equal(first)
  })

  it('answers with a link that opens the page at the quote', async () => {
    const widget = await visit()
    await ask(widget, 'How much is a tune-up?')
    const chip = (await find(widget, '.sources a')) as HTMLAnchorElement
    expect(chip.href).to.equal(
      'https://saltbush.example/prices/#tune-up:~:text=A%20tune%2Dup%20costs%20%24129%20for%20one%20system.',
    )
  })

  it('shows the quote as it stands when the answer is in another language', async () => {
    const widget = await visit({ lang: 'es' })
    await ask(widget, '¿Cuánto cuesta una revisión?')
    expect((await find(widget, '.foreign')).textContent).to.equal('La página dice, en inglés:')
    expect((await find(widget, 'blockquote')).lang).to.equal('en')
  })

  it('speaks whole sentences', async () => {
    const widget = await visit()
    await ask(widget, 'How much is a tune-up?')
    const spoken = within(widget, '[aria-live=polite] p').map((line) => line.textContent)
    expect(spoken).to.deep.equal(['A tune-up costs $129 for one system.', 'It takes about an hour.'])
  })

  it('finds its history after a reload, and does not read it out again', async () => {
    const widget = await visit()
    await ask(widget, 'How much is a tune-up?')
    leave()
    const again = await arrive()
    await again.open()
    await find(again, '.answer', '$129')
    expect(within(again, '.said').length).to.equal(1)
    expect(within(again, '[aria-live=polite] p').length).to.equal(0)
  })

  it('follows in a second tab, without a doubled message', async () => {
    const first = await visit()
    await ask(first, 'How much is a tune-up?')
    const second = await arrive()
    await second.open()
    await find(second, '.answer', '$129')
    await first.ask('I smell gas')
    await find(second, '.answer', 'Leave the house now.')
    expect(within(second, '.said').length).to.equal(2)
    expect(within(first, '.said').length).to.equal(2)
  })

  it('goes on after the connection was lost in the middle of a reply', async () => {
    const widget = await visit()
    await ask(widget, 'I smell gas')
    await desk({ pace: 40, drop: true, faults: [{ on: 'POST /v1/conversations/:id/turns', cutAfter: 2 }] })
    await ask(widget, 'How much is a tune-up?')
    await find(widget, '.answer', 'It takes about an hour.')
    expect(within(widget, '.said').length).to.equal(2)
    expect(within(widget, '.answer').length).to.equal(2)
  })

  it('turns when the visitor writes Arabic', async () => {
    const widget = await visit()
    await ask(widget, 'كم سعر صيانة المكيف؟')
    expect((await find(widget, '.panel')).dir).to.equal('rtl')
    expect((await find(widget, '.greeting')).textContent).to.contain('المساعد الآلي')
  })

  it('stands at the left of a page that reads from right to left', async () => {
    document.documentElement.dir = 'rtl'
    const widget = await visit({ lang: 'ar' })
    expect(within(widget, 'button')[0]?.getBoundingClientRect().left).to.be.lessThan(100)
    await widget.open()
    expect((await find(widget, '.panel')).getBoundingClientRect().left).to.be.lessThan(100)
  })

  it('says what it does, once each', async () => {
    const widget = await visit()
    const heard: string[] = []
    for (const name of ['foyer-open', 'foyer-message', 'foyer-close'] as const)
      widget.addEventListener(name, (event) =>
        heard.push(event.type + ((event.detail as { author?: string } | null)?.author ?? '')),
      )
    await ask(widget, 'How much is a tune-up?')
    widget.close()
    expect(heard).to.deep.equal(['foyer-open', 'foyer-messagevisitor', 'foyer-messageassistant', 'foyer-close'])
  })

  it('rates an answer', async () => {
    const widget = await visit()
    await ask(widget, 'How much is a tune-up?')
    within(widget, '.bar button')[1]?.click()
    await until(() => within(widget, '[aria-pressed=true]')[0])
    await until(async () => (await desk()).ratings.length > 0)
  })

  for (const scheme of ['light', 'dark'] as const) {
    it(`has no accessibility violation, ${scheme}`, async () => {
      await emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
      const widget = await visit({ theme: scheme })
      await expectAccessible(widget)
      await widget.open()
      await find(widget, '.suggestions')
      await expectAccessible(widget)
      await ask(widget, 'How much is a tune-up?')
      await ask(widget, 'I smell gas')
      await expectAccessible(widget)
      await ask(widget, 'كم سعر صيانة المكيف؟')
      await find(widget, '.foreign')
      await expectAccessible(widget)
    })
  }

  it('fits 320 pixels, and every target can be hit', async () => {
    await setViewport({ width: 320, height: 568 })
    await until(() => innerWidth === 320)
    await emulateMedia({ reducedMotion: 'reduce' })
    const widget = await visit()
    await ask(widget, 'A person, please')
    await find(widget, '.offers')
    const panel = await find(widget, '.panel')
    expect(panel.getBoundingClientRect().width).to.equal(320)
    expect(document.documentElement.scrollWidth).to.be.at.most(320)
    for (const log of within(widget, '.log')) expect(log.scrollWidth).to.be.at.most(320)
    for (const target of within(widget, 'button, a').filter((element) => element.checkVisibility())) {
      const { width, height } = target.getBoundingClientRect()
      expect(Math.min(width, height), target.outerHTML).to.be.at.least(44)
    }
    expect(getComputedStyle(await find(widget, 'textarea')).fontSize).to.equal('16px')
  })

  it('keeps its end in sight when something takes room from it, in one step or two', async () => {
    const widget = await visit({ mode: 'inline', style: '--foyer-height:420px' })
    let answers = 0
    widget.addEventListener('foyer-message', ({ detail }) => void (detail.author === 'assistant' && answers++))
    await ask(widget, 'How much is a tune-up?')
    await ask(widget, 'I smell gas')
    // While an answer comes, its question stays in sight instead.
    await until(() => answers === 2)
    const log = await find(widget, '.log')
    const end = () => log.scrollHeight - log.scrollTop - log.clientHeight
    log.scrollTop = log.scrollHeight
    await until(() => end() < 2)
    for (const height of ['360px', '300px']) widget.style.setProperty('--foyer-height', height)
    await until(() => log.clientHeight < 200 && end() < 2)
    await new Promise((resolve) => requestAnimationFrame(resolve))
    widget.style.setProperty('--foyer-height', '260px')
    await until(() => log.clientHeight < 160 && end() < 2)
  })

  it('stands still when motion is unwelcome', async () => {
    await emulateMedia({ reducedMotion: 'reduce' })
    const widget = await visit()
    await widget.open()
    const moving = document.getAnimations().filter((animation) => animation.effect?.getComputedTiming().duration !== 0)
    expect(moving.length).to.equal(0)
  })
})
