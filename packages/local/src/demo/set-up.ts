import type { Platform } from '../launcher/platform.ts'

export type DemoOptions = {
  /** What to read: a web site, or a folder of files. */
  siteUrl?: string | undefined
  files?: string | undefined
  /** The page that carries the widget; its origin must be allowed. */
  pageUrl: string
  /** One line for each step. */
  progress: (line: string) => void
}

export type Demo = {
  publishableKey: string
  /** What a person may want to open next, in the order to print it. */
  links: { label: string; url: string }[]
}

/** Makes the demo's tenant, teaches it and publishes its playbook: through the HTTP API, as any client would. */
export async function setUpDemo(platform: Platform, options: DemoOptions): Promise<Demo> {
  options.progress('The demo tenant is not set up yet: its part of the API is being built.')
  return { publishableKey: '', links: [{ label: 'API', url: `${platform.apiUrl}/healthz` }] }
}
