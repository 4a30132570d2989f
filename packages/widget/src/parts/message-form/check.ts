import type { Strings } from '../../strings/index.ts'

export type Field = 'name' | 'phone' | 'email' | 'text'
export type Values = Record<Field, string>
export type Faults = Partial<Record<Field, string>>

/** What a person would notice before posting it; the service checks phone numbers for good. */
export function check(values: Values, words: Strings['form']): Faults {
  const faults: Faults = {}
  const phone = values.phone.trim()
  const email = values.email.trim()
  if (values.name.trim() === '') faults.name = words.needName
  if (phone === '' && email === '') faults.phone = words.needContact
  // Digits of any script: an Arabic keyboard types ٠ to ٩.
  else if (phone !== '' && (phone.match(/\p{Nd}/gu)?.length ?? 0) < 7) faults.phone = words.badPhone
  if (email !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(email)) faults.email = words.badEmail
  if (values.text.trim() === '') faults.text = words.needText
  return faults
}
