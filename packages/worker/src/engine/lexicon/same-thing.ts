import { tradePhrases } from './glossary.ts'
import { fold } from '../evidence/fold.ts'

/** One thing a line, per language: close enough that a sentence about the one answers a question about the other. */
const lists: Record<string, string> = {
  en: `
ac, a/c, air conditioner, air conditioners, air conditioning, air conditioned, cooling system, central air, aircon, air con
tune-up, tuneup, tune up, tune-ups, maintenance visit, check-up, checkup, seasonal service, annual service
furnace, furnaces, heater, heating system
hvac, heating and cooling, heating and air
hot water, water heater, water heaters, hot water heater
fix, repair, repairs, repairing, fixing, mend, broken, not working
replace, replacement, new system, swap
install, installation, installations, installing, put in
price, prices, cost, costs, fee, fees, charge, rate, pricing
free, no charge, no cost, complimentary, at no cost, for free
estimate, estimates, quote, quotes, quotation
warranty, warranties, guarantee, guaranteed, guarantees
financing, finance, payment plan, payment plans, monthly payments, installments, instalments, pay monthly, pay over time
pay, payment, payments, payment methods
credit card, credit cards, visa, mastercard, amex, debit card, cards
check, checks, cheque, cheques
discount, discounts, coupon, coupons, special, specials, deal, deals, promo
senior, seniors, older, elderly, 65
military, veteran, veterans, army
licensed, license, licence, licensed and insured, licensing
insured, insurance, insurances
emergency, emergencies, urgent, after hours, after-hours, same day, same-day
weekend, weekends, saturday, sunday
cancel, cancellation, cancelling, canceling, call off
reschedule, change my appointment, move my appointment, rescheduling
appointment, appointments, booking, visit, schedule, book
technician, technicians, tech, techs, plumber, plumbers, electrician
price match, price matching, match prices, match a price, beat prices
litre, litres, liter, liters
women, woman, female, ladies, lady
elderly, senior citizens, pensioners, over 65
kid, kids, child, children, toddler, toddlers, pediatric
teeth, tooth, dental
cleaning, clean, cleanings, cleaned
exam, checkup, check-up, examination
whitening, bleaching
braces, orthodontics, orthodontist, invisalign, aligners
implant, implants
pet, pets, dog, dogs, cat, cats, animal, animals
parking, park, car park, parking lot
wheelchair, accessible, accessibility, disabled
wifi, wi-fi, internet
drain, drains, clog, clogged, blocked, unclog
leak, leaks, leaking, leaky, drip
pipe, pipes, piping
toilet, toilets
duct, ducts, ductwork
filter, filters
thermostat, thermostats, smart thermostat
membership, member, members, plan, club, subscription
refund, refunds, money back
owner, owners, founder, founded by, owned by
experience, years in business, since, founded, established
brand, brands, make, makes
refrigerant, freon, r-22, r-410a
new customer, new customers, new patients, new clients, first time, first visit, first-time
return, returns
delivery, deliver, ship, shipping
night, nights, at night, overnight, evening, evenings, after hours, after-hours
swamp cooler, swamp coolers, evaporative cooler, evaporative coolers, cooler
winterize, winterizing, winterized, shut down, close up
switch, switching, change, changing, convert, conversion
temp, temperature, temps
earn, earns, salary, wage, wages, an hour, hourly pay
house, houses, home, homes
cold, winter, winters, freezing, below freezing
transfer, transfers, transferable, passes to
slot, slots, window, windows, time slot, arrival window
tip, tips, gratuity
deposit, down payment, put down, upfront
haircut, haircuts, cut, trim
color, colour, coloring, dye, highlights
`,
  es: `
aire acondicionado, aire, aires, clima, ac, a/c
puesta a punto, mantenimiento, revision, afinacion
calefaccion, calefactor, caldera, horno, calenton
reparar, reparacion, reparaciones, arreglar, arreglan, arreglo, reparan
instalar, instalacion, instalaciones, instalan
precio, precios, coste, costo, tarifa, cuesta, cuestan
gratis, gratuito, gratuita, sin costo, sin coste
presupuesto, cotizacion, estimado
garantia, garantias
financiamiento, financiacion, financiar, pagos mensuales, a plazos, meses
tarjeta, tarjetas, tarjeta de credito, visa, mastercard
emergencia, emergencias, urgencia, urgencias
calentador, calentador de agua, boiler, agua caliente
cita, citas, turno, reserva
nino, ninos, hijo, hijos, hija
dientes, diente, dental, muela, muelas
limpieza, limpiar
seguro, seguros, aseguradora
estacionamiento, aparcamiento, parking
cambiar, cambio, cambios, reemplazar, reemplazo, sustituir
noche, noches, fuera de horario, de noche
anticipo, deposito, enganche
cooler, enfriador, aire evaporativo
fuga, fugas, gotera
tuberia, tuberias, canos
`,
  ar: `
تكييف, مكيف, مكيفات, المكيف, التكييف, تبريد
صيانه, الصيانه, ضبط, فحص
تدفئه, التدفئه, مدفاه, فرن, سخان
اصلاح, تصليح, تصلحون, نصلح, اصلاحات
تركيب, تركبون, نركب
سعر, اسعار, تكلفه, رسوم
مجاني, مجانا, مجانيه, بدون رسوم
ضمان, كفاله
تقسيط, تمويل, اقساط, دفعات
بطاقه, بطاقات, فيزا
طوارئ, طواري, عاجل, مستعجل
موعد, مواعيد, حجز
اسنان, سن, ضرس
تنظيف, تنظيفات
ليل, الليل, مساء, خارج ساعات العمل
عربون, مقدم, دفعه مقدمه
تغيير, استبدال, تبديل
طفل, اطفال, اولاد
نساء, سيدات, السيدات, للسيدات
`,
}

const tables = new Map(
  Object.entries(lists).map(([lang, text]) => [
    lang,
    text
      .trim()
      .split('\n')
      .map((line) => line.split(',').map((word) => fold(word.trim()))),
  ]),
)

/** Phrases that mean the same as `word`, itself left out. */
export function othersFor(word: string, lang: string): string[] {
  const plain = fold(word)
  return (tables.get(lang) ?? [])
    .filter((group) => group.includes(plain))
    .flatMap((group) => group.filter((other) => other !== plain))
}

export function sameThing(a: string, b: string, lang: string): boolean {
  return a === b || othersFor(a, lang).includes(fold(b))
}

const phrases = new Map(
  [...tables].map(([lang, groups]) => {
    const all = [...groups.flat().filter((phrase) => /[ /-]/.test(phrase)), ...tradePhrases(lang)]
    return [lang, [...new Set(all)].toSorted((a, b) => b.length - a.length)]
  }),
)

/** Things of several words in a question that must not be read word by word ("water heater", "puesta a punto"). */
export function phrasesIn(folded: string, lang: string): string[] {
  let rest = ` ${folded.replace(/[^\p{L}\p{N}/-]+/gu, ' ')} `
  const found: string[] = []
  for (const phrase of phrases.get(lang) ?? []) {
    if (!rest.includes(` ${phrase} `)) continue
    found.push(phrase)
    rest = rest.replaceAll(` ${phrase} `, ' | ')
  }
  return found
}
