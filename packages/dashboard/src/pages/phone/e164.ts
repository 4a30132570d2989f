/** The calling code of countries whose owners type their own numbers without it; elsewhere it must be typed. */
const northAmerica = new Set(['US', 'CA'])

/** E.164 of what a person typed; what is no number stays as it was typed. */
export function e164Of(typed: string, country: string): string {
  const text = typed.trim()
  if (!/^[+(\d][\d\s().\u200e/-]*$/.test(text)) return text
  const digits = text.replaceAll(/\D/g, '')
  if (text.startsWith('+')) return `+${digits}`
  if (digits.startsWith('00')) return `+${digits.slice(2)}`
  const national = northAmerica.has(country) ? /^1?(\d{10})$/.exec(digits)?.[1] : undefined
  return national === undefined ? text : `+1${national}`
}

export const isE164 = (text: string): boolean => /^\+[1-9]\d{6,14}$/.test(text)
