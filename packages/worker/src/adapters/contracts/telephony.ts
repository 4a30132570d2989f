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

  it('makes a way out once, follows where it leads, and takes it away', async () => {
    const { name, numbers, login } = wantedTrunk({ name: `foyer out trk_${crypto.randomUUID()}` })
    const way = { name, numbers: [...numbers], login, address: 'sip.carrier.example' }
    const made = await gateway().keepWayOut(way)
    expect(made).toEqual({ gatewayId: expect.stringMatching(/./), mended: ['trunk'] })
    expect(await gateway().keepWayOut(way)).toEqual({ gatewayId: made.gatewayId, mended: [] })
    const moved = { ...way, address: 'sip.other.example' }
    expect(await gateway().keepWayOut(moved)).toEqual({ gatewayId: made.gatewayId, mended: ['trunk'] })
    expect(await gateway().keepWayOut(moved)).toEqual({ gatewayId: made.gatewayId, mended: [] })
    expect((await gateway().keepWayOut({ ...way, address: '' })).gatewayId).toBe('')
    expect(await gateway().keepWayOut({ ...way, address: '' })).toEqual({ gatewayId: '', mended: [] })
  })

  it('says that nobody answered rather than throw, and that who is not there cannot be handed over', async () => {
    const [number, from] = [testNumber(), testNumber()]
    const room = `call-${crypto.randomUUID()}`
    const dialling = { room, identity: 'person-nobody', gatewayId: 'ST_none', number, from, ringMs: 1000 }
    expect(['no_answer', 'refused', 'failed']).toContain(await gateway().dial(dialling))
    expect(['gone', 'failed']).toContain(await gateway().transfer(room, 'sip_nobody', number, 1000))
  })
}
