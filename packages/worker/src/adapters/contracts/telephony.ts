import { expect, it } from 'vitest'
import type { TelephonyPort, WantedTrunk } from '../../ports/telephony.ts'
import { Secret } from '../../shared/secret.ts'
import { testNumber } from '../../test/phoning.ts'

/** A trunk that nobody else has. */
export const wantedTrunk = (more: Partial<WantedTrunk> = {}): WantedTrunk => ({
  name: `foyer trk_${crypto.randomUUID()}`,
  numbers: [testNumber()],
  login: { username: 'desk', password: new Secret('a long password') },
  addresses: [],
  rooms: 'call-',
  job: JSON.stringify({ phone: true }),
  ...more,
})

/** What every gateway must do, real or not. */
export function keepsTrunks(gateway: () => TelephonyPort): void {
  it('makes a trunk once, however often it is asked for', async () => {
    const wanted = wantedTrunk()
    const made = await gateway().keep(wanted)
    expect(made.gatewayId).not.toBe('')
    expect(made.mended).toContain('trunk')
    expect(await gateway().keep(wanted)).toEqual({ gatewayId: made.gatewayId, mended: [] })
  })

  it('follows its numbers, and takes it away with the last one', async () => {
    const wanted = wantedTrunk()
    await gateway().keep(wanted)
    const more = { ...wanted, numbers: [...wanted.numbers, testNumber()] }
    const grown = await gateway().keep(more)
    expect(grown.mended).toContain('trunk')
    expect(await gateway().keep(more)).toEqual({ gatewayId: grown.gatewayId, mended: [] })
    expect((await gateway().keep({ ...wanted, numbers: [] })).gatewayId).toBe('')
    expect(await gateway().keep({ ...wanted, numbers: [] })).toEqual({ gatewayId: '', mended: [] })
  })
}
