import { expect, it } from 'vitest'
import type { CarrierNumbersPort } from '../../ports/carrier.ts'

const soon = () => AbortSignal.timeout(20_000)
let made = crypto.getRandomValues(new Uint16Array(1))[0] ?? 0
/** One that no other test of this file has: fiction's numbers are few, the areas are not. */
export const fictionalNumber = () => {
  const at = made++ % 70_000
  return `+1${200 + Math.floor(at / 100)}55501${String(at % 100).padStart(2, '0')}`
}

/** What every carrier must do, real or not. */
export function sellsNumbers(carrier: () => CarrierNumbersPort): void {
  it('finds numbers of an area, no more than asked for, and none where there are none', async () => {
    const found = await carrier().search({ country: 'US', areaCode: '505', limit: 2 }, soon())
    expect(found.map(({ number }) => number.slice(0, 8))).toEqual(['+1505555', '+1505555'])
    expect(await carrier().search({ country: 'ZZ', areaCode: '505', limit: 2 }, soon())).toEqual([])
  })

  it('sells a number once, however often it is asked for, and says why it does not sell one', async () => {
    const number = fictionalNumber()
    expect(await carrier().look(number, soon())).toBeNull()
    expect(await carrier().buy(number, soon())).toEqual({ kind: 'ours' })
    expect(await carrier().buy(number, soon())).toEqual({ kind: 'ours' })
    expect(await carrier().look(number, soon())).not.toBeNull()
    const refused = await carrier().buy('+19995559999', soon())
    expect(refused).toEqual({ kind: 'refused', why: expect.stringContaining('+19995559999') })
  })

  it('points a number at us, sets it as it was, and takes it back, each as often as one likes', async () => {
    const number = fictionalNumber()
    await carrier().buy(number, soon())
    const former = (await carrier().look(number, soon())) ?? {}
    const url = 'https://desk.example/v1/carrier'
    for (let at = 0; at < 2; at++) await carrier().point(number, url, soon())
    expect(await carrier().look(number, soon())).toMatchObject({ VoiceUrl: url })
    for (let at = 0; at < 2; at++) await carrier().restore(number, former, soon())
    expect(await carrier().look(number, soon())).toEqual(former)
    for (let at = 0; at < 2; at++) await carrier().release(number, soon())
    expect(await carrier().look(number, soon())).toBeNull()
  })
}
