import type { DurableObjectNamespace, Fetcher, Queue, R2Bucket, RateLimit } from '@cloudflare/workers-types'

/** What wrangler.toml binds; strings are parsed by shared/config.ts. */
export interface Bindings {
  FILES: R2Bucket
  INGEST: Queue<unknown>
  JOBS: Queue<unknown>
  CONVERSATION: DurableObjectNamespace
  TENANT: DurableObjectNamespace
  AGENTS: DurableObjectNamespace
  ADDRESS_SHIELD?: RateLimit
  ASSETS: Fetcher
  [variable: string]: unknown
}
