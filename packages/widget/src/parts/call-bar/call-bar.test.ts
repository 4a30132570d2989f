import { expect } from '@open-wc/testing'
import { emulateMedia, sendKeys, setViewport } from '@web/test-runner-commands'
import type { CallState } from '@foyer/sdk/voice'
import type { Chat } from '../../session/chat.ts'
import type { RunningCall } from '../../session/running-call.ts'
import { fill, firstSpoken } from '../../strings/index.ts'
import { expectAccessible } from '../../test/axe.ts'
import { focused } from '../../test/visit.ts'
import { FoyerCallBar } from './call-bar.ts'

if (customElements.get('foyer-call-bar') === undefined) customElements.define('foyer-call-bar', FoyerCallBar)

afterEach(async () => {
  document.querySelector('foyer-call-bar')?.remove()
  await setViewport({ width: 1280, height: 800 })
  await emulateMedia({ colorScheme: 'light', reducedMotion: 'no-preference' })
})

/** A call that stands where it is put; what is pressed is noted. */
async function show(call: Partial<RunningCall> = {}, lang = 'en') {
  const pressed: string[] = []
  const strings = firstSpoken(lang)
  const standing = {
    state: { kind: 'listening' },
    quality: 'good',
    devices: [
      { kind: 'microphone', id: 'a', label: 'Headset', active: true },
      { kind: 'microphone', id: 'b', label: '', active: false },
    ],
    isBlocked: false,
    isMuted: false,
    isSilenced: false,
    volume: 1,
    since: Date.now() - 134_000,
    toggleMute: async () => void pressed.push('mute'),
    toggleSound: () => pressed.push('sound'),
    useDevice: async (kind: string, id: string) => void pressed.push(`${kind} ${id}`),
    readDevices: async () => {},
    play: async () => void pressed.push('play'),
    hangUp: () => pressed.push('end'),
    ...call,
  } as unknown as RunningCall
  const bar = document.createElement('foyer-call-bar') as FoyerCallBar
  bar.chat = {
    strings,
    say: (text: string) => fill(text, { assistant: 'Ada' }),
    subscribe: () => () => {},
  } as unknown as Chat
  bar.call = standing
  bar.notice = 'You will be talking to an AI; the call is not recorded.'
  bar.lang = lang
  document.body.append(bar)
  await bar.updateComplete
  const find = (selector: string) => bar.renderRoot.querySelector<HTMLElement>(selector)
  return { bar, standing, pressed, find, text: (selector: string) => find(selector)?.textContent?.trim() ?? '' }
}

const states: [CallState, string][] = [
  [{ kind: 'asking' }, 'Allow the microphone in your browser'],
  [{ kind: 'connecting' }, 'Connecting…'],
  [{ kind: 'listening' }, 'Listening'],
  [{ kind: 'thinking' }, 'Thinking…'],
  [{ kind: 'speaking' }, 'Speaking'],
  [{ kind: 'reconnecting', what: 'network' }, 'Connection lost. Coming back…'],
  [{ kind: 'reconnecting', what: 'assistant' }, 'One moment, please…'],
]

describe('the bar of a call', () => {
  for (const [state, words] of states) {
    it(`says and shows: ${words}`, async () => {
      const { bar, find, text } = await show({ state })
      expect(text('strong')).to.equal(words)
      expect(find('.picture')).not.to.equal(null)
      await expectAccessible(bar)
    })
  }

  it('announces what changes rarely, and not every breath of the talk', async () => {
    const heard = new Set<string>()
    for (const kind of ['listening', 'thinking', 'speaking'] as const)
      heard.add((await show({ state: { kind } })).text('[role=status]'))
    expect([...heard]).to.deep.equal(['You are connected. Speak any time.'])
  })

  it('shows the notice until somebody speaks, then who says what', async () => {
    const { bar, standing, text } = await show()
    expect(text('.caption')).to.contain('talking to an AI')
    standing.caption = { who: 'visitor', id: '1', text: 'How much is', final: false }
    bar.requestUpdate()
    await bar.updateComplete
    expect(text('.caption')).to.equal('You How much is')
  })

  it('shows the time and how good the connection is, in words too', async () => {
    const { find, text } = await show({ quality: 'fair' })
    expect(text('time')).to.equal('2:14')
    expect(find('.signal')?.getAttribute('aria-label')).to.equal('Weak connection')
  })

  it('is one stop for Tab, and arrows go from "Mute" to "End call"', async () => {
    const { bar, pressed } = await show({ isMuted: true })
    bar.focus()
    await bar.updateComplete
    expect(focused()?.getAttribute('aria-pressed')).to.equal('true')
    await sendKeys({ press: 'Enter' })
    await sendKeys({ press: 'ArrowRight' })
    await sendKeys({ press: 'Enter' })
    await sendKeys({ press: 'End' })
    await sendKeys({ press: 'Enter' })
    expect(pressed).to.deep.equal(['mute', 'sound', 'end'])
  })

  it('lets one choose a device, also one without a name', async () => {
    const { bar, find, pressed } = await show()
    find('[aria-expanded]')?.click()
    await bar.updateComplete
    const choice = find('#microphone') as HTMLSelectElement
    expect([...choice.options].map((option) => option.text)).to.deep.equal(['Headset', 'Microphone 2'])
    choice.value = 'b'
    choice.dispatchEvent(new Event('change'))
    expect(pressed).to.deep.equal(['microphone b'])
    await expectAccessible(bar)
  })

  it('asks for a press where the browser plays nothing without one', async () => {
    const { find, pressed } = await show({ isBlocked: true })
    const press = find('.pill')
    expect(press?.textContent).to.contain('Press to hear Ada')
    press?.click()
    expect(pressed).to.deep.equal(['play'])
  })

  for (const lang of ['en', 'es', 'ar']) {
    it(`fits 320 pixels in ${lang}, every target can be hit, nothing moves by itself`, async () => {
      await setViewport({ width: 320, height: 568 })
      await emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
      const { bar, find } = await show({ state: { kind: 'reconnecting', what: 'network' } }, lang)
      find('[aria-expanded]')?.click()
      await bar.updateComplete
      expect(find('.bar')?.scrollWidth).to.be.at.most(320)
      for (const target of bar.renderRoot.querySelectorAll<HTMLElement>('button, select, input')) {
        const { width, height } = target.getBoundingClientRect()
        expect(Math.min(width, height), target.outerHTML).to.be.at.least(44)
      }
      const moving = document
        .getAnimations()
        .filter((animation) => animation.effect?.getComputedTiming().duration !== 0)
      expect(moving.length).to.equal(0)
      await expectAccessible(bar)
    })
  }
})
