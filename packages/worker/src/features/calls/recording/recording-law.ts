import { countryOf } from '../../../shared/phone.ts'
import { stateOfAreaCode } from './area-codes.ts'
import { laws, type RecordingRule, recordingRules } from './recording-laws.ts'

/** Raised with each change of the table: a receipt names it. */
export const lawVersion = '2026-11'

export interface Place {
  /** ISO 3166-1 alpha-2. */
  country: string
  /** ISO 3166-2 without the country, such as "CA"; '' when unknown. */
  region: string
}

/**
 * The rule for a call between places: the strictest one, since each law may apply. What is not in the table, a state that
 * is not known, and a caller who hides count as `all_party`. Not legal advice: a tenant may be stricter, never laxer.
 */
export function recordingRule(...places: readonly [Place, ...Place[]]): RecordingRule {
  const strictness = places.map(({ country, region }) => recordingRules.indexOf(lawOf(country, region)))
  return recordingRules[Math.max(...strictness)] ?? 'all_party'
}

const lawOf = (country: string, region: string): RecordingRule =>
  laws.get(country === 'US' ? `US-${region}` : country) ?? 'all_party'

/** What a caller is told of a recording: a question, or where neither law asks one and the tenant chose it, a statement. */
export function noticeFor(
  recording: { enabled: boolean; notice: 'ask' | 'announce' } | undefined,
  rule: RecordingRule,
): 'ask' | 'announce' | 'none' {
  if (recording?.enabled !== true) return 'none'
  return recording.notice === 'announce' && rule !== 'all_party' ? 'announce' : 'ask'
}

/** Where a number says that it is from. It may have been carried elsewhere, which is why the stricter place counts. */
export function placeOf(e164: string): Place {
  if (e164.startsWith('+1')) {
    const region = stateOfAreaCode(e164.slice(2, 5))
    return { country: region === '' ? '' : 'US', region }
  }
  return { country: countryOf(e164), region: '' }
}
