import type { Platform } from '../src/launcher/platform.ts'

/** How many round trips the database's gateway has served since it was opened. */
export async function roundTrips({ gatewayUrl }: Pick<Platform, 'gatewayUrl'>): Promise<number> {
  const reply = await fetch(new URL('/round-trips', gatewayUrl))
  if (!reply.ok) throw new Error(`The gateway does not count: ${reply.status}.`)
  return ((await reply.json()) as { roundTrips: number }).roundTrips
}
