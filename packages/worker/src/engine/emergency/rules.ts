import * as h from './words-happenings.ts'
import * as l from './words-loose.ts'
import * as m from './words-more.ts'
import * as p from './words-people.ts'
import * as r from './words-rare.ts'
import * as t from './words-things.ts'

export type Grade = 'danger' | 'urgent' | 'none'
/** In the order of the learned tables: see linear.ts. */
export const causes = [
  'gas',
  'carbon-monoxide',
  'fire',
  'electrical',
  'flood',
  'no-heat',
  'shock',
  'medical',
  'dental',
  'violence',
  'self-harm',
] as const

export type Cause = (typeof causes)[number]

export interface Rule {
  cause: Cause
  grade: 'danger' | 'urgent'
  /** All must stand in one stretch of speech. */
  needs: readonly RegExp[]
  /** None may. */
  unless?: RegExp
  /** A thing's name rather than something that happens: any word of trade beside it makes it ordinary. */
  name?: boolean
  /** Said as a threat: "if you don't …, I will" is no hypothesis. */
  threat?: boolean
}

const refrigerant = /refriger|freon|\br ?(?:22|410)|فريون/u
const battery =
  /batter|\bpila|(?:once|one|every|each|cada|un pip|chirp) ?(?:a )?(?:minut|30 sec)|chirp|بطاري|كل دقيق|كل دقيقه/u
const trinket =
  /filling|crown|veneer|retainer|bracket|resina|empaste|corona|amalgama|حشو|تاج|baby tooth|milk tooth|diente de leche|سن لبني|لبنيه|brush|floss|cepill|hilo dental|فرش/u
const cooking =
  /toast|cake|dinner|cook|food|tongue|popcorn|pizza|cafe\b|coffee|comida|pastel|كيك|(?<!\p{L})(?:ال)?(?:طبخ|اكل)(?!\p{L})/u

/** In the order in which causes are acted on: the first rule that holds names the cause. */
export const rules: readonly Rule[] = [
  { cause: 'self-harm', grade: 'danger', needs: [p.selfHarm] },
  {
    cause: 'self-harm',
    grade: 'danger',
    needs: [m.standsToJump],
    // Who stands on a balcony because it burns does not want to jump.
    unless: /smok|fire|flame|burn|humo|fuego|incendi|llamas|دخان|حريق|نار/u,
  },
  { cause: 'self-harm', grade: 'danger', needs: [r.wasThere] },
  { cause: 'carbon-monoxide', grade: 'danger', needs: [t.carbonMonoxide, t.sounds], unless: battery },
  { cause: 'carbon-monoxide', grade: 'danger', needs: [t.carbonMonoxide, t.sick] },
  { cause: 'carbon-monoxide', grade: 'danger', needs: [t.carbonMonoxide, m.poisoned] },
  { cause: 'carbon-monoxide', grade: 'danger', needs: [t.alarm, m.ppm], unless: battery },
  { cause: 'violence', grade: 'danger', needs: [p.threat], threat: true },
  { cause: 'violence', grade: 'danger', needs: [p.assault] },
  { cause: 'violence', grade: 'danger', needs: [p.breakIn], unless: /fire|fuego|incendio|llamas|حريق|نار/u },
  { cause: 'violence', grade: 'danger', needs: [m.breakingDown], unless: /fire|fuego|incendio|llamas|حريق/u },
  { cause: 'shock', grade: 'danger', needs: [h.stuck, t.electric] },
  { cause: 'shock', grade: 'danger', needs: [h.shocked, h.hurt, t.person] },
  { cause: 'shock', grade: 'urgent', needs: [h.shocked, h.everyTouch] },
  { cause: 'shock', grade: 'danger', needs: [m.jolted, h.hurt] },
  { cause: 'shock', grade: 'danger', needs: [h.shocked] },
  { cause: 'shock', grade: 'urgent', needs: [m.jolted] },
  { cause: 'gas', grade: 'danger', needs: [t.gas, t.smell], unless: refrigerant },
  { cause: 'gas', grade: 'danger', needs: [t.gasLine, h.breaks], unless: refrigerant },
  { cause: 'gas', grade: 'danger', needs: [t.gasLine, m.hits], unless: refrigerant },
  { cause: 'gas', grade: 'danger', needs: [m.gasOpen] },
  { cause: 'gas', grade: 'danger', needs: [r.gasWords, t.smell, r.canItWait], unless: refrigerant },
  { cause: 'gas', grade: 'danger', needs: [r.gasWords, r.distress], unless: refrigerant, name: true },
  { cause: 'gas', grade: 'danger', needs: [t.hiss, t.gas] },
  { cause: 'gas', grade: 'danger', needs: [t.hiss, t.smell] },
  {
    cause: 'gas',
    grade: 'danger',
    needs: [t.rottenEggs, t.smell],
    unless: /drain|sink|hot water|water smells|fridge|agua caliente|desague|fregadero|مجاري|مغسله/u,
  },
  { cause: 'gas', grade: 'danger', needs: [t.gas, t.leaks], unless: refrigerant, name: true },
  { cause: 'gas', grade: 'danger', needs: [t.gas, t.sick] },
  { cause: 'carbon-monoxide', grade: 'danger', needs: [t.alarm, t.sounds, t.sick] },
  { cause: 'carbon-monoxide', grade: 'danger', needs: [t.sick, m.betterOutside] },
  { cause: 'carbon-monoxide', grade: 'danger', needs: [m.carRunning, t.sick] },
  { cause: 'carbon-monoxide', grade: 'danger', needs: [r.sootyFlame, t.sick] },
  { cause: 'carbon-monoxide', grade: 'danger', needs: [t.burner, r.animalsDown] },
  { cause: 'carbon-monoxide', grade: 'danger', needs: [t.burner, r.sleepyAll] },
  { cause: 'carbon-monoxide', grade: 'danger', needs: [r.sleepyAll, t.indoors, t.alarm] },
  { cause: 'carbon-monoxide', grade: 'danger', needs: [t.burner, t.sick, t.everyone] },
  { cause: 'carbon-monoxide', grade: 'danger', needs: [t.burner, t.sick, t.indoors] },
  { cause: 'carbon-monoxide', grade: 'danger', needs: [t.burner, t.indoors, p.unconscious] },
  { cause: 'electrical', grade: 'danger', needs: [h.lineDown] },
  {
    cause: 'flood',
    grade: 'danger',
    needs: [t.water, h.flows, t.electric],
    unless: /light bill|factura de la luz|electric bill/u,
  },
  { cause: 'flood', grade: 'danger', needs: [h.flooding, t.electric] },
  {
    cause: 'flood',
    grade: 'danger',
    needs: [m.waterMoves, m.reaches, m.outletBox],
    unless: /bill|factura|heater|calentador|سخان|فاتوره|install|instalar|spark|smok|chisp|humo|hot to/u,
  },
  { cause: 'electrical', grade: 'danger', needs: [h.spark], unless: /sparkl|spark plug/u },
  { cause: 'electrical', grade: 'danger', needs: [h.burningSmell, t.electric], unless: cooking },
  { cause: 'electrical', grade: 'danger', needs: [h.smoke, h.outletLike, h.smokeFlows] },
  { cause: 'fire', grade: 'danger', needs: [h.onFire], unless: cooking },
  {
    cause: 'fire',
    grade: 'danger',
    needs: [h.smoke, h.smokeFlows],
    unless: /detector|fireplace draws|cigar|fumar|سجاير|تدخين/u,
  },
  {
    cause: 'fire',
    grade: 'danger',
    needs: [r.fireish, r.distress],
    unless: /alarm|detector|extinguisher|smok(?:e|ing) area|انذار|كاشف|طفاي|alarma/u,
  },
  { cause: 'electrical', grade: 'danger', needs: [h.burningSmell], unless: cooking },
  {
    cause: 'fire',
    grade: 'danger',
    needs: [h.explosion],
    unless: /pipe|tub[oe]r?|cano|water|agua|ماسور|انبوب|ماء|مي|حنفي|خزان|سخان|خرطوم/u,
  },
  { cause: 'dental', grade: 'danger', needs: [h2(t.tooth, p.swells), p.swells, p.breath] },
  { cause: 'dental', grade: 'danger', needs: [m.abscess, m.struggling] },
  { cause: 'dental', grade: 'danger', needs: [t.tooth, p.swells, m.struggling] },
  { cause: 'medical', grade: 'danger', needs: [p.attack] },
  { cause: 'medical', grade: 'danger', needs: [m.labour] },
  {
    cause: 'medical',
    grade: 'danger',
    needs: [r.strokeSigns, t.person],
    unless: /thermostat|remote|hear you|phone|inglés|ingles|english|espanol|arabic|عربي/u,
  },
  { cause: 'medical', grade: 'danger', needs: [r.lowSugar, t.person] },
  { cause: 'medical', grade: 'danger', needs: [m.severed, p.bleeds] },
  {
    cause: 'medical',
    grade: 'danger',
    needs: [m.severed, t.person],
    unless: /water|power|pipe|wire|gas|agua|luz|tubo|cable|ماء|كهرب|مي/u,
  },
  { cause: 'medical', grade: 'danger', needs: [m.struggling] },
  { cause: 'medical', grade: 'danger', needs: [p.chest] },
  {
    cause: 'dental',
    grade: 'urgent',
    needs: [t.tooth, p.bleeds, p.notStopping],
    unless: /little|poquit|شوي|brush|floss|cepill/u,
  },
  { cause: 'medical', grade: 'danger', needs: [p.breath] },
  { cause: 'medical', grade: 'danger', needs: [p.unconscious] },
  { cause: 'medical', grade: 'danger', needs: [p.poison] },
  { cause: 'medical', grade: 'danger', needs: [p.bleeds, p.notStopping], unless: /little|poquit|gum|encia|لثت|شوي/u },
  { cause: 'medical', grade: 'danger', needs: [p.fellHard, p.cannotMove] },
  { cause: 'medical', grade: 'danger', needs: [p.scald] },
  { cause: 'medical', grade: 'danger', needs: [m.ambulance] },
  { cause: 'dental', grade: 'urgent', needs: [p.jawStuck] },
  { cause: 'dental', grade: 'urgent', needs: [t.tooth, p.knockedOut], unless: trinket },
  { cause: 'dental', grade: 'urgent', needs: [h2(t.tooth, p.swells), p.swells, p.fever] },
  { cause: 'dental', grade: 'urgent', needs: [m.abscess, p.fever] },
  { cause: 'medical', grade: 'urgent', needs: [p.brokenBone] },
  { cause: 'no-heat', grade: 'urgent', needs: [h.noHeat, t.person, h.frost] },
  { cause: 'no-heat', grade: 'urgent', needs: [h.noHeat, h.frail] },
  { cause: 'no-heat', grade: 'urgent', needs: [h.noHeat, h.frost] },
  { cause: 'no-heat', grade: 'urgent', needs: [h.noHeat, r.coldPlace] },
  { cause: 'flood', grade: 'urgent', needs: [t.pipe, h.bursts], name: true },
  { cause: 'flood', grade: 'urgent', needs: [t.pipe, h.breaks, h.flows] },
  { cause: 'flood', grade: 'urgent', needs: [t.water, h.flows], unless: h.drips },
  { cause: 'flood', grade: 'urgent', needs: [t.pipe, h.flows], unless: h.drips },
  { cause: 'flood', grade: 'urgent', needs: [h.flooding], name: true },
  {
    cause: 'flood',
    grade: 'urgent',
    needs: [
      t.pipe,
      h.breaks,
      /\b(?:help|urgent\w*|emergenc\w*|asap|hurry|right now|ayuda|auxilio|emergencia|ya mismo)\b|ساعد|الحق|مستعجل|ضروري|بسرعه/u,
    ],
  },
  {
    cause: 'electrical',
    grade: 'urgent',
    needs: [h.outletLike, h.hot],
    unless: /hot water|agua caliente|wall (?:heater|unit|ac)|thermostat|مي سخن|ماء ساخن/u,
  },
  { cause: 'electrical', grade: 'urgent', needs: [h.outletLike, h.buzz] },
  { cause: 'carbon-monoxide', grade: 'danger', needs: [t.carbonMonoxide, l.highReading], unless: battery, name: true },
  { cause: 'violence', grade: 'danger', needs: [l.weapon, l.attacker], unless: l.tools, name: true },
  { cause: 'no-heat', grade: 'urgent', needs: [l.heatThing, l.brokenNow, h.frail, l.bitterCold] },
  { cause: 'no-heat', grade: 'urgent', needs: [h.noHeat, l.bitterCold, h.frost] },
  {
    cause: 'fire',
    grade: 'danger',
    needs: [r.fireish, r.houseThing, l.present],
    unless:
      /detector|alarm|batter|cook|smell|candle|pit|place|cigar|toast|food|tongue|cafe|comida|lengua|انذار|كاشف|طبخ|اكل/u,
    name: true,
  },
  {
    cause: 'fire',
    grade: 'danger',
    needs: [
      h.fireNoun,
      /^[^\p{L}]*(?:(?:fire|fuego|incendio|حريق|حريقه|help|ayuda|please|por favor|الحقونا|النجده|ساعدونا)[^\p{L}]*)+$/u,
    ],
    name: true,
  },
]

function h2(a: RegExp, b: RegExp): RegExp {
  return new RegExp(
    `${a.source}|(?=${b.source})(?:.*(?:face|cheek|jaw|neck|eye|cara|cachete|cuello|mejilla|ojo|وجه|وش|خد|رقب|عين))|(?:face|cheek|jaw|neck|eye|cara|cachete|cuello|mejilla|ojo|وجه|وش|خد|رقب|عين)`,
    'u',
  )
}
