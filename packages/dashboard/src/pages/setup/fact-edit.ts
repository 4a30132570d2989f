import type { Fact } from '@foyer/sdk/admin'

/** Kinds that can be corrected in one line; for the others the page says to type the right one under Knowledge. */
export function editable({ kind }: Pick<Fact, 'kind'>): boolean {
  return !['hours', 'exceptions', 'areas'].includes(kind)
}

/** What stands in the field when it is corrected. */
export function lineOf({ kind, value }: Pick<Fact, 'kind' | 'value'>): string {
  if (kind === 'phones') return (value as { number: string }).number
  if (kind !== 'services') return String(value)
  const { name, price } = value as { name: string; price?: { from: string } }
  return price === undefined ? name : `${name} = ${price.from}`
}

/** The corrected value, in the shape of its kind. */
export function valueFrom({ kind, value }: Pick<Fact, 'kind' | 'value'>, line: string): unknown {
  const text = line.trim()
  if (kind === 'phones') return { ...(value as object), number: text }
  if (kind !== 'services') return text
  const [name = '', amount = ''] = text.split('=').map((part) => part.trim())
  const { price, ...rest } = value as { price?: { from: string; to?: string; currency: string; unit: string } }
  const from = amount.replace(/[^\d.]/g, '')
  if (from === '') return { ...rest, name }
  const { currency = 'USD', unit = '' } = price ?? {}
  return { ...rest, name, price: { from, currency, unit } }
}
