import type { Reader, Tongue } from './speakable.ts'

const site: Record<Tongue, string> = { en: 'our website', es: 'nuestra página web', ar: 'موقعنا على الإنترنت' }
const at: Record<Tongue, string> = { en: 'at', es: 'arroba', ar: 'آت' }
const dot: Record<Tongue, string> = { en: 'dot', es: 'punto', ar: 'دوت' }
const plus: Record<Tongue, string> = { en: 'plus', es: 'más', ar: 'زائد' }

const link = /(?:https?:\/\/|www\.)[^\s<>"”»)]*[^\s<>"”»).,;:!?،؛؟]/giu
const bareLink =
  /(?<![@\p{L}\p{N}.-])[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.(?:com|org|net|io|co|us|es|mx|ae|sa|info|biz)(?:\/[^\s<>"”»),]*)?(?![\p{L}\p{N}])/giu
const email = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu

/** Where a page stands is shown on the screen; an e-mail address is said sign by sign where signs stand. */
export function sayLinks(text: string, { tongue }: Reader): string {
  return text
    .replace(/\[([^\]]+)\]\((?:https?:)[^)]*\)/g, '$1')
    .replace(email, (address) =>
      address
        .replace('@', ` ${at[tongue]} `)
        .replaceAll('.', ` ${dot[tongue]} `)
        .replaceAll('_', ' ')
        .replaceAll('-', ' '),
    )
    .replace(link, site[tongue])
    .replace(bareLink, site[tongue])
}

export const dropLinks = (text: string) => text.replace(link, '').replace(bareLink, '')

/** Digits with blanks, brackets, dots or dashes between: 7 to 15 of them, and no date. */
const phone =
  /(?<![\d$€£.,/])(?:\+\s?)?(?:\(\d{1,4}\)|\d{1,4})(?:[\s.\u00A0\u2011-]{0,2}(?:\(\d{1,4}\)|\d{1,7})){1,5}(?![\d/]|[.,]\d)/g
const dateLike = /^\d{4}-\d{2}-\d{2}$|^\d{1,2}[.-]\d{1,2}[.-]\d{2,4}$/
const short =
  /(?<=(?:call|dial|text|llame al|llama al|llamar al|marque el|marca el|اتصلوا بالرقم|اتصل بالرقم|اتصل على|اتصلوا على)\s)(\d{3})(?!\d)/giu
const postcode = /(?<=(?:,\s|\s)[A-Z]{2}\s)(\d{5})(?:-(\d{4}))?(?!\d)/g

/** Digit by digit, in the groups in which it is written: that is how people write it down. */
export function sayNumbersOfPhones(text: string, { tongue }: Reader): string {
  return text
    .replace(phone, (written) => {
      const digits = written.replace(/\D/g, '')
      if (digits.length < 7 || digits.length > 15 || dateLike.test(written)) return written
      if (!/[+()\s.\u00A0\u2011-]/.test(written) && digits.length < 9) return written
      const groups = written.match(/\d+/g) ?? []
      const said = groups.flatMap(inHands).map(apart).join(', ')
      return written.startsWith('+') ? `${plus[tongue]} ${said}` : said
    })
    .replace(short, apart)
    .replace(postcode, (_, five: string, four?: string) =>
      four === undefined ? apart(five) : `${apart(five)}, ${apart(four)}`,
    )
}

const apart = (digits: string) => [...digits].join(' ')

/** A long row without breaks is said in threes, and the rest. */
function inHands(digits: string): string[] {
  if (digits.length <= 4) return [digits]
  const last = digits.slice(-4)
  return [...(digits.slice(0, -4).match(/\d{1,3}/g) ?? []), last]
}
