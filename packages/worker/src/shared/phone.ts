import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/min'

/** E.164 of what a person typed, read with the conventions of `country` (ISO 3166-1 alpha-2); null when it is no number. */
export function toE164(typed: string, country: string): string | null {
  const parsed = parsePhoneNumberFromString(typed, country.toUpperCase() as CountryCode)
  return parsed?.isPossible() ? parsed.number : null
}

/** The way people of `country` write it: national at home, international elsewhere. */
export function showPhone(e164: string, country: string): string {
  const parsed = parsePhoneNumberFromString(e164)
  if (!parsed) return e164
  return parsed.country === country.toUpperCase() ? parsed.formatNational() : parsed.formatInternational()
}

/** ISO 3166-1 alpha-2 of where a number was given out; '' when it says nothing of that. */
export const countryOf = (e164: string): string => parsePhoneNumberFromString(e164)?.country ?? ''
