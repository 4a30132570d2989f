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
