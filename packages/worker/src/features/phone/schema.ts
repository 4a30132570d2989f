import { z } from '@hono/zod-openapi'
import { pageOf } from '../../web/operation.ts'
import { Mode } from '../tenants/schema.ts'
import { findingCodes } from './findings.ts'
import { e164, lang } from './formats.ts'
import { Rule } from './rule-schema.ts'
import { carrierSteps } from './table.ts'

const country = z.string().regex(/^[A-Z]{2}$/, 'must be a country such as "US"')
const address = z.union([z.ipv4(), z.cidrv4(), z.ipv6(), z.cidrv6()])

export const NewTrunk = z
  .strictObject({
    name: z.string().trim().min(1).max(60).describe('To tell it from others.'),
    addresses: z
      .array(address)
      .max(50)
      .default([])
      .describe('Addresses or ranges (CIDR) your carrier calls from; empty: any that knows the credentials.'),
    login: z
      .strictObject({ username: z.string().trim().min(1).max(100), password: z.string().min(8).max(200) })
      .optional()
      .describe(
        'Of calls to your carrier (SIP digest), and without `addresses` also what your carrier signs in with; kept sealed and never shown again.',
      ),
  })
  .refine(({ addresses, login }) => addresses.length > 0 || login !== undefined, {
    message: 'must be given, or `login`: otherwise anybody could call in',
    path: ['addresses'],
  })
  .openapi('NewTrunk')

export const TrunkChange = z
  .strictObject({
    out: z
      .strictObject({
        address: z
          .string()
          .trim()
          .regex(
            /^(?:[a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?(?::\d{1,5})?)?$/i,
            'must be a host such as "sip.carrier.example"',
          )
          .describe('Where your carrier takes calls; empty: nobody is rung over this trunk.'),
        countries: z
          .array(country)
          .max(30)
          .default([])
          .describe('Of the people who may be rung (ISO 3166-1 alpha-2); empty: your own country.'),
      })
      .describe('The way out, for transfers and emergencies; with the login that the trunk has.'),
  })
  .openapi('TrunkChange')

export const Trunk = z
  .object({
    id: z.string(),
    mode: Mode,
    name: z.string(),
    addresses: z.array(z.string()),
    username: z.string().describe('Empty when its addresses alone let your carrier in.'),
    numbers: z.array(z.string()).describe('E.164.'),
    sendTo: z
      .string()
      .describe('Where your carrier sends calls, such as "sip:sip.desk.example"; empty when the server was not told.'),
    gatewayId: z.string().describe('As the gateway names it; empty while it has no number.'),
    out: z.object({ address: z.string(), countries: z.array(z.string()) }).describe('Empty when no calls go out.'),
    createdAt: z.iso.datetime(),
  })
  .openapi('Trunk')

export const TrunkPage = pageOf(Trunk, 'TrunkPage')

export const TrunkCheck = z
  .object({
    mended: z
      .array(z.enum(['trunk', 'rule']))
      .describe('What differed at the gateway and was set right; empty when all stood as it should.'),
  })
  .openapi('TrunkCheck')

const shape = {
  languages: z.array(lang).max(5).describe('Of the menu; the first speaks first. Empty: all that the playbook has.'),
  answers: z
    .enum(['always', 'staff_first', 'after_hours', 'unknown_callers', 'off'])
    .describe(
      'When the assistant answers. Other calls are not picked up, and your carrier rings your own phone as you set it there. `staff_first`: `reach` is rung first.',
    ),
  anonymous: z.enum(['answer', 'message', 'refuse']).describe('What becomes of callers who hide their number.'),
  blocked: z
    .array(z.string().regex(/^\+[1-9]\d{0,14}\*?$/, 'must be E.164, or the beginning of it and "*"'))
    .max(500)
    .describe('Callers who are turned away.'),
  rules: z.array(Rule).max(20).describe('The first that holds decides, before `answers`.'),
  source: z.string().trim().max(60).describe('Where people find this number, such as "Van"; stands with each call.'),
  spam: z
    .enum(['note', 'block'])
    .describe('Callers of three silent or cut-off calls in a day: noted as spam, or turned away for 30 days too.'),
  repeatCallers: z
    .enum(['ignore', 'recognise'])
    .describe(
      '`recognise`: a call begins in the language of the last one that the same number made to this one within 90 days, and who is fetched is told when that was and what about. The caller never is: a number is a hint, not an identity.',
    ),
  reach: z
    .string()
    .max(60)
    .describe('Who is fetched when a caller asks for a person: a person or ring group; empty: nobody.'),
  transfers: z
    .enum(['warm', 'cold'])
    .describe(
      'warm: the person hears who calls and why, and accepts by a key. cold: the caller is handed over unannounced.',
    ),
  staffFirstMs: z.number().int().min(5000).max(60_000).describe('How long staff is rung before the assistant answers.'),
  whenBusy: z
    .enum(['message', 'passed_on'])
    .describe('Over your lines: a message is taken, or your carrier rings your own phone.'),
  ownPhone: z
    .union([e164, z.literal('')])
    .describe('Your own phone: calls go there when we cannot serve them. Your carrier must allow it (SIP REFER).'),
}

export const NewPhoneNumber = z
  .strictObject({
    number: e164,
    trunkId: z.string(),
    assistantId: z.string().optional().describe('Your first one when left out.'),
    locationId: z.string().optional().describe('Whose hours count; the assistant’s own when left out.'),
    languages: shape.languages.default([]),
    answers: shape.answers.default('always'),
    anonymous: shape.anonymous.default('answer'),
    blocked: shape.blocked.default([]),
    rules: shape.rules.default([]),
    source: shape.source.default(''),
    spam: shape.spam.default('note'),
    repeatCallers: shape.repeatCallers.default('ignore'),
    reach: shape.reach.default(''),
    transfers: shape.transfers.default('warm'),
    staffFirstMs: shape.staffFirstMs.default(15_000),
    whenBusy: shape.whenBusy.default('message'),
    ownPhone: shape.ownPhone.default(''),
  })
  .openapi('NewPhoneNumber')

export const NewCarrierNumber = NewPhoneNumber.omit({ trunkId: true }).openapi('NewCarrierNumber')

export const CarrierNumberQuery = z.strictObject({
  country: country.default('US'),
  areaCode: z
    .string()
    .regex(/^\d{3}$/, 'must be three digits, such as 505')
    .or(z.literal(''))
    .default('')
    .describe('Of the USA and Canada; empty: anywhere.'),
  limit: z.coerce.number().int().min(1).max(30).default(10),
})

export const CarrierNumberPage = pageOf(
  z
    .object({ number: z.string().describe('E.164.'), place: z.string().describe('As the carrier calls it.') })
    .openapi('CarrierNumber'),
  'CarrierNumberPage',
)

export const AtCarrier = z
  .enum(['restore', 'give_back', 'leave'])
  .default('restore')
  .describe(
    'Of a number that a carrier sells: `restore` its former setting, `give_back` the number for good, or `leave` it as it is there.',
  )

export const PhoneNumberChange = z
  .strictObject({ assistantId: z.string(), locationId: z.string(), ...shape })
  .partial()
  .openapi('PhoneNumberChange')

export const PhoneNumber = z
  .object({
    id: z.string(),
    mode: Mode,
    number: z.string(),
    trunkId: z.string(),
    assistantId: z.string(),
    locationId: z.string(),
    ...shape,
    carrier: z
      .enum(carrierSteps)
      .describe(
        '`own`: on your own trunk. Of a number from a carrier, how far it is: `buying`, `held` and not yet pointed here, `pointed`; `restoring` or `giving_back` while it is released.',
      ),
    lowSince: z.iso
      .datetime()
      .nullable()
      .describe('Since when too few of its calls are answered; null while enough are.'),
    createdAt: z.iso.datetime(),
  })
  .openapi('PhoneNumber')

export const PhoneNumberPage = pageOf(PhoneNumber, 'PhoneNumberPage')

export const Finding = z
  .object({
    code: z.enum(findingCodes).describe('What was found; `what` and `next` say it in English.'),
    check: z.enum(['gateway', 'clock', 'agents', 'trunk', 'number']),
    state: z
      .enum(['well', 'mended', 'look', 'broken'])
      .describe('`mended`: it differed and was set right. `look`: nothing is broken, but somebody should know.'),
    id: z.string().describe('Of the trunk or number at which it is set right; may be empty.'),
    subject: z.string().describe('The trunk’s name, or the number; may be empty.'),
    values: z.record(z.string(), z.string()).describe('What the sentences say besides, such as `seconds`.'),
    what: z.string().describe('What was found, and why it matters.'),
    next: z.string().describe('What to do now; empty when nothing is.'),
  })
  .openapi('PhoneFinding')

export const Examination = z
  .object({
    now: z.iso.datetime().describe('Our clock, to compare another one with.'),
    mode: Mode,
    sipAddress: z.string().describe('Where carriers reach the gateway; empty when the server was not told.'),
    findings: z.array(Finding),
  })
  .openapi('Examination')

export const NewSimulatedCall = z
  .strictObject({ from: z.union([e164, z.literal('')]).describe('Who calls; empty hides it.') })
  .openapi('NewSimulatedCall')

export const SimulatedCall = z
  .object({
    url: z.string().describe('WebSocket address of the media server.'),
    token: z.string().describe('Lets you in as the caller, with microphone and keys, within a minute.'),
    ringMs: z.number().int().describe('Whoever is not answered by then is left to the carrier.'),
  })
  .openapi('SimulatedCall')

export const TestCall = z
  .object({
    result: z.enum(['answered', 'busy', 'declined', 'no_answer', 'refused', 'failed']),
    tookMs: z.number().int().describe('From dialling to that.'),
  })
  .openapi('TestCall')
