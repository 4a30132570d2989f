import { inject } from 'vitest'

/** The running platform that a system test talks to. */
export type TestPlatform = {
  database: 'pglite' | 'server'
  apiUrl: string
  /** App login; use with `gatewayUrl` as `neonConfig.fetchEndpoint`, or with `pg` directly. */
  databaseUrl: string
  /** The identity login. */
  authUrl: string
  ownerUrl: string
  gatewayUrl: string
  webDoorUrl: string
  webDoorSecret: string
  operatorKey: string
  mailboxUrl: string
  mailboxSecret: string
  /** The model's and the mail provider's endpoint that own keys are good for. */
  servicesUrl: string
  /** The carrier that sells numbers (`/test/…` in scripted-carrier.ts). */
  carrierUrl: string
  dataDir: string
  /** A scripted media server, its login, and the key of agents. */
  media: { url: string; apiKey: string; apiSecret: string; agentKey: string }
}

declare module 'vitest' {
  interface ProvidedContext {
    platform: TestPlatform
  }
}

export const testPlatform = (): TestPlatform => inject('platform')
