import type { Reader, Tongue } from './speakable.ts'

type Written = readonly [written: RegExp, said: string]

/** The word ends here, whatever script it is in. */
const end = String.raw`(?![\p{L}\p{N}])`
const word = (source: string, said: string, flags = 'giu'): Written => [
  new RegExp(String.raw`(?<![\p{L}\p{N}])${source}`, flags),
  said,
]

const abbreviations: Record<Tongue, readonly Written[]> = {
  en: [
    word(String.raw`24\s?/\s?7${end}`, '24 hours a day, 7 days a week'),
    word(String.raw`e\.\s?g\.,?`, 'for example,'),
    word(String.raw`i\.\s?e\.,?`, 'that is,'),
    word(String.raw`etc\.`, 'and so on'),
    word(String.raw`approx\.`, 'approximately'),
    word(String.raw`appt\.?${end}`, 'appointment'),
    word(String.raw`a\/c${end}`, 'A C'),
    word(`AC${end}`, 'A C', 'gu'),
    word(String.raw`w\/o${end}`, 'without'),
    word(String.raw`w\/(?=\s?\p{L})`, 'with '),
    [/(?<=\d\s?)sq\.?\s?ft\.?(?!\p{L})/giu, ' square feet'],
    [/(?<=\d\s?)hrs?\.?(?!\p{L})/giu, ' hours'],
    [/(?<=\d\s?)mins?\.?(?!\p{L})/giu, ' minutes'],
    [/(?<=\d\s?)lbs?\.?(?!\p{L})/giu, ' pounds'],
    [/(?<=\d\s?)mi\.?(?!\p{L})/giu, ' miles'],
    word(String.raw`Drs?\.(?=\s\p{Lu})`, 'Doctor', 'gu'),
    [/(?<=\p{L}\s)Dr\.?(?=,|$|\s\p{Ll})/gu, 'Drive'],
    [/(?<=\p{L}\s)St\.?(?=,|$|\s\p{Ll})/gu, 'Street'],
    word(String.raw`St\.(?=\s\p{Lu})`, 'Saint', 'gu'),
    word(String.raw`Ave\.?${end}`, 'Avenue', 'gu'),
    word(String.raw`Blvd\.?${end}`, 'Boulevard', 'gu'),
    word(String.raw`Rd\.?${end}`, 'Road', 'gu'),
    word(String.raw`Hwy\.?${end}`, 'Highway', 'gu'),
    word(String.raw`Ste\.?(?=\s\d)`, 'Suite', 'gu'),
    word(String.raw`Apt\.?(?=\s\d)`, 'Apartment', 'gu'),
    word(String.raw`Mr\.(?=\s)`, 'Mister', 'gu'),
    word(String.raw`(?:No\.|#)\s?(?=\d)`, 'number ', 'gu'),
    [/\s?°\s?F(?!\p{L})/gu, ' degrees Fahrenheit'],
    [/\s?°\s?C(?!\p{L})/gu, ' degrees Celsius'],
    [/\s?%/g, ' percent'],
    [/\s?&\s?/g, ' and '],
  ],
  es: [
    word(String.raw`24\s?/\s?7${end}`, 'las 24 horas, los 7 días de la semana'),
    word(String.raw`p\.\s?ej\.,?`, 'por ejemplo,'),
    word(String.raw`etc\.`, 'etcétera'),
    word(String.raw`aprox\.`, 'aproximadamente'),
    word(String.raw`Uds\.`, 'ustedes'),
    word(String.raw`Ud\.`, 'usted'),
    word(String.raw`Sra\.`, 'señora'),
    word(String.raw`Sr\.`, 'señor'),
    word(String.raw`Dra\.`, 'doctora'),
    word(String.raw`Dr\.`, 'doctor'),
    word(String.raw`Avda?\.`, 'avenida'),
    word(String.raw`Av\.`, 'avenida'),
    word(String.raw`C\/\s?(?=\p{Lu})`, 'calle ', 'gu'),
    word(String.raw`tel\.`, 'teléfono'),
    word(String.raw`(?:n[uú]m\.|n\.?º|#)\s?(?=\d)`, 'número '),
    word(String.raw`a\/c${end}`, 'aire acondicionado'),
    [/(?<=\d\s?)(?:hrs?|h)\.?(?!\p{L})/giu, ' horas'],
    [/(?<=\d\s?)min\.?(?!\p{L})/giu, ' minutos'],
    [/(?<=\d\s?)m²/gu, ' metros cuadrados'],
    [/\s?°\s?F(?!\p{L})/gu, ' grados Fahrenheit'],
    [/\s?°\s?C(?!\p{L})/gu, ' grados'],
    [/\s?%/g, ' por ciento'],
    [/\s?&\s?/g, ' y '],
  ],
  ar: [
    [/24\s?\/\s?7/g, 'على مدار الساعة طوال أيام الأسبوع'],
    [/(?<!\p{L})د\.(?=\s?\p{L})/gu, 'دكتور '],
    [/(?<!\p{L})أ\.(?=\s?\p{L})/gu, 'أستاذ '],
    [/(?<=\d)\s?م²/gu, ' متر مربع'],
    [/\s?°\s?(?:م|C)(?!\p{L})/gu, ' درجة مئوية'],
    [/\s?[%٪]/g, ' بالمئة'],
    [/\s?&\s?/g, ' و'],
  ],
}

export function sayAbbreviations(text: string, { tongue }: Reader): string {
  return abbreviations[tongue].reduce((said, [written, spoken]) => said.replace(written, spoken), text)
}
