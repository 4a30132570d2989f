import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { filesBelow } from './content.ts'

export type Place = { country: string; timeZone: string }

const CODES: Record<string, string> = {
  '1': 'US',
  '20': 'EG',
  '27': 'ZA',
  '31': 'NL',
  '32': 'BE',
  '33': 'FR',
  '34': 'ES',
  '351': 'PT',
  '353': 'IE',
  '39': 'IT',
  '41': 'CH',
  '43': 'AT',
  '44': 'GB',
  '49': 'DE',
  '52': 'MX',
  '54': 'AR',
  '56': 'CL',
  '57': 'CO',
  '61': 'AU',
  '64': 'NZ',
  '65': 'SG',
  '91': 'IN',
  '961': 'LB',
  '962': 'JO',
  '965': 'KW',
  '966': 'SA',
  '968': 'OM',
  '971': 'AE',
  '973': 'BH',
  '974': 'QA',
  '212': 'MA',
}

/** The zone most people of a country with several live in. */
const CHIEF_ZONES: Record<string, string> = {
  AU: 'Australia/Sydney',
  CA: 'America/Toronto',
  CL: 'America/Santiago',
  DE: 'Europe/Berlin',
  ES: 'Europe/Madrid',
  MX: 'America/Mexico_City',
  NZ: 'Pacific/Auckland',
  PT: 'Europe/Lisbon',
  US: 'America/New_York',
}

const STATES: Record<string, string> = {
  'America/New_York': 'CT DC DE FL GA IN KY MA MD ME MI NC NH NJ NY OH PA RI SC VA VT WV',
  'America/Chicago': 'AL AR IA IL KS LA MN MO MS ND NE OK SD TN TX WI',
  'America/Denver': 'CO ID MT NM UT WY',
  'America/Phoenix': 'AZ',
  'America/Los_Angeles': 'CA NV OR WA',
  'America/Anchorage': 'AK',
  'Pacific/Honolulu': 'HI',
}

const mostBytes = 400_000

/**
 * Where a business is, by what it says of itself: its address in structured data, its telephone numbers, the state before
 * its ZIP code, its domain. A guess, good for trying: emergency numbers and "open now" depend on it.
 */
export function placeIn(text: string, hostname = ''): Place | undefined {
  const state =
    /"addressRegion"\s*:\s*"([A-Z]{2})"/.exec(text)?.[1] ?? /\b([A-Z]{2})[ ,]+\d{5}(?:-\d{4})?\b/.exec(text)?.[1]
  const stateZone =
    state === undefined ? undefined : Object.keys(STATES).find((zone) => STATES[zone]?.split(' ').includes(state))
  const country =
    statedCountry(text) ?? (stateZone === undefined ? undefined : 'US') ?? phoneCountry(text) ?? domainCountry(hostname)
  if (country === undefined) return undefined
  if (country === 'US' && stateZone !== undefined) return { country, timeZone: stateZone }
  const timeZone = CHIEF_ZONES[country] ?? zonesOf(country)[0]
  return timeZone === undefined ? undefined : { country, timeZone }
}

export async function placeOfSite(url: string): Promise<Place | undefined> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(5000), headers: { accept: 'text/html' } })
    return placeIn((await response.text()).slice(0, mostBytes), new URL(url).hostname)
  } catch {
    // It will be said why when it is read.
    return undefined
  }
}

export async function placeOfFiles(folder: string): Promise<Place | undefined> {
  let text = ''
  for (const path of (await filesBelow(folder)).filter((each) => /\.(html?|md|markdown|txt|csv)$/i.test(each))) {
    if (text.length >= mostBytes) break
    await using file = await open(join(folder, path))
    const { bytesRead, buffer } = await file.read(Buffer.alloc(40_000), 0, 40_000, 0)
    text += `\n${buffer.toString('utf8', 0, bytesRead)}`
  }
  return placeIn(text)
}

function statedCountry(text: string): string | undefined {
  const said =
    /"addressCountry"\s*:\s*(?:\{[^}]*"name"\s*:\s*)?"([^"]+)"/.exec(text)?.[1] ??
    /itemprop="addressCountry"[^>]*>([^<]+)</.exec(text)?.[1]
  if (said === undefined) return undefined
  if (/^[A-Z]{2}$/.test(said.trim())) return said.trim()
  const names = new Intl.DisplayNames('en', { type: 'region' })
  return [...new Set(Object.values(CODES))].find((code) => names.of(code)?.toLowerCase() === said.trim().toLowerCase())
}

/** The country whose code most of the numbers in international form begin with. */
function phoneCountry(text: string): string | undefined {
  const counts = new Map<string, number>()
  for (const [, digits = ''] of text.matchAll(/\+(\d{1,3})(?=[\d\s().-]{7,})/g)) {
    const code = [3, 2, 1].map((length) => CODES[digits.slice(0, length)]).find((each) => each !== undefined)
    if (code !== undefined) counts.set(code, (counts.get(code) ?? 0) + 1)
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0]
}

function domainCountry(hostname: string): string | undefined {
  const ending = hostname.split('.').at(-1)?.toUpperCase() ?? ''
  if (ending === 'UK') return 'GB'
  return Object.values(CODES).includes(ending) ? ending : undefined
}

const zonesOf = (country: string): readonly string[] => new Intl.Locale(`und-${country}`).getTimeZones?.() ?? []
