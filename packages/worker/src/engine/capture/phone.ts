import { showPhone, toE164 } from '../../shared/phone.ts'
import { correctDigits } from './correct.ts'
import { hearDigits } from './digits.ts'

export type HeardPhone =
  /** A whole number, valid for the country. */
  | { kind: 'whole'; e164: string; shown: string; digits: string }
  /** It goes on: wait for the rest. */
  | { kind: 'part'; digits: string }
  /** Too many digits, or none that could be a phone. */
  | { kind: 'wrong'; digits: string }
  | { kind: 'none' }

const fewest = 7
const most = 15

/**
 * A phone number said slowly, perhaps over several utterances. @param before the digits heard so far
 * @param country ISO 3166-1 alpha-2, whose conventions hold
 */
export function hearPhone(said: string, before: string, country: string): HeardPhone {
  const heard = hearDigits(said)
  if (heard.digits === '') return { kind: 'none' }
  // Who begins anew says a whole number again.
  const anew = toE164(heard.digits, country)
  const digits = anew !== null && heard.digits.replace('+', '').length >= fewest ? heard.digits : before + heard.digits
  return judge(digits, country)
}

/** After a number was read back: "no, four five, not five four". null when it is no correction. */
export function correctPhone(said: string, digits: string, country: string): HeardPhone | null {
  const corrected = correctDigits(digits, said)
  return corrected === null ? null : judge(corrected, country)
}

function judge(digits: string, country: string): HeardPhone {
  const e164 = toE164(digits, country)
  if (e164 !== null) return { kind: 'whole', e164, shown: showPhone(e164, country), digits }
  return { kind: digits.replace('+', '').length > most - 1 || tooLong(digits, country) ? 'wrong' : 'part', digits }
}

/** No digit more could make it a number. */
function tooLong(digits: string, country: string): boolean {
  return (
    digits.length > fewest &&
    [...'0123456789'].every(
      (more) => toE164(digits.slice(0, -1), country) !== null && toE164(digits + more, country) === null,
    )
  )
}
