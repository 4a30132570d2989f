// Whether words tell what has no place on a recording: long numbers (a phone, a card, an identity), passwords, addresses.

import { digitsIn, fold } from '../numerals.ts'

/** Shorter ones are prices, times, ZIP codes. */
const LONG = 7
const CARD = 13
/** Enough when it is said what number it is. */
const NAMED = 3

const names =
  /\b(ssn|social security|card|cvv|cvc|security code|pin|passport|licen[cs]e|account|seguro social|tarjeta|codigo de seguridad|clave|pasaporte|licencia|cuenta|cedula)\b|بطاق|الضمان|جواز|حساب|رقم سري/u
const secrets = /\b(password|passcode) is\b|\bcontrasena es\b|كلمه (السر|المرور)/u
const address = /\S@\S+\.\S|\bat \S+ dot \S|\barroba\b.*\bpunto\b|(^|\s)ات\s.*\sدوت\s/u

export function isSensitive(words: string): boolean {
  const folded = fold(words)
  if (secrets.test(folded) || address.test(folded)) return true
  if (isCardLong(words)) return true
  return digitsIn(words).longest >= (names.test(folded) ? NAMED : LONG)
}

/** As many digits as the shortest card's number has, whatever stands between them. */
export const isCardLong = (words: string): boolean => digitsIn(words).all >= CARD

/** More of it may be said next. */
export const endsInNumber = (words: string): boolean => digitsIn(words).last > 0
