import { neonConfig } from '@neondatabase/serverless'
import { beforeAll, describe } from 'vitest'
import { testPlatform } from '../../../../local/src/test/provided.ts'
import type { CarrierNumbersPort } from '../../ports/carrier.ts'
import type { TelephonyPort } from '../../ports/telephony.ts'
import { readConfig } from '../../shared/config.ts'
import { createTenant } from '../../test/foyer.ts'
import { outboxCarrier } from '../outbox/carrier.ts'
import { outboxTelephony } from '../outbox/telephony.ts'
import { sellsNumbers } from './carrier.ts'
import { keepsTrunks } from './telephony.ts'

let gateway: TelephonyPort
let carrier: CarrierNumbersPort

beforeAll(async () => {
  const { gatewayUrl, databaseUrl } = testPlatform()
  neonConfig.fetchEndpoint = gatewayUrl
  const config = readConfig({
    ...{ DATABASE_URL: databaseUrl, DATABASE_GATEWAY_URL: gatewayUrl, PUBLIC_URL: 'http://localhost' },
    ...{ FOYER_SECRET: 'a secret of this test', FOYER_OPERATOR_KEY: 'a secret of this test' },
  })
  const scope = { tenantId: (await createTenant()).id, mode: 'test' as const, config }
  gateway = outboxTelephony(scope, null)
  carrier = outboxCarrier(scope)
})

describe('test mode’s phone gateway', () => {
  keepsTrunks(() => gateway)
})

describe('test mode’s carrier', () => {
  sellsNumbers(() => carrier)
})
