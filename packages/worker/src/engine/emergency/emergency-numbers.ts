/** Numbers for danger to life by country (ISO 3166-1 alpha-2): the one to call, by need where they differ. */
interface Numbers {
  all: string
  police?: string
  medical?: string
  fire?: string
  /** Someone to talk to in a crisis, where a national line is known to us. */
  crisis?: string
}

const european =
  'AT BE BG HR CY CZ DE DK EE ES FI FR GR HU IE IS IT LT LU LV MT NL NO PL PT RO SE SI SK CH LI TR UA'.split(' ')

const table: Readonly<Record<string, Numbers>> = {
  ...Object.fromEntries(european.map((country) => [country, { all: '112' }])),
  ES: { all: '112', crisis: '024' },
  US: { all: '911', crisis: '988' },
  CA: { all: '911', crisis: '988' },
  PR: { all: '911', crisis: '988' },
  GB: { all: '999', crisis: '116 123' },
  IE: { all: '112', crisis: '116 123' },
  MX: { all: '911', crisis: '800 911 2000' },
  AR: { all: '911' },
  CR: { all: '911' },
  DO: { all: '911' },
  EC: { all: '911' },
  PA: { all: '911' },
  PY: { all: '911' },
  UY: { all: '911' },
  HN: { all: '911' },
  SV: { all: '911' },
  CL: { all: '131', police: '133', fire: '132', medical: '131' },
  CO: { all: '123' },
  PE: { all: '105', police: '105', fire: '116', medical: '106' },
  GT: { all: '110', fire: '122', medical: '122' },
  AE: { all: '999', police: '999', medical: '998', fire: '997' },
  SA: { all: '911', police: '911', medical: '997', fire: '998' },
  EG: { all: '122', police: '122', medical: '123', fire: '180' },
  JO: { all: '911' },
  LB: { all: '112', medical: '140', fire: '175' },
  KW: { all: '112' },
  QA: { all: '999' },
  BH: { all: '999' },
  OM: { all: '9999' },
  MA: { all: '19', medical: '15', fire: '15' },
  IQ: { all: '911' },
  AU: { all: '000', crisis: '13 11 14' },
  NZ: { all: '111' },
  IN: { all: '112' },
  ZA: { all: '112' },
}

export type Help = 'all' | 'police' | 'medical' | 'fire'

export function emergencyNumber(country: string, help: Help): string {
  const numbers = table[country.toUpperCase()] ?? { all: '112' }
  return numbers[help] ?? numbers.all
}

/** The national line for people in a crisis; empty when we know none. */
export function crisisLine(country: string): string {
  return table[country.toUpperCase()]?.crisis ?? ''
}
