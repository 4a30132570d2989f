import { createAdmin } from '@foyer/sdk/admin'
import type { Platform } from '../launcher/platform.ts'
import type { Service } from './client.ts'

/** What the business has said; the questions below are answered from it by the first two tiers, each in its own words. */
const HEATER_LIFE = 'A gas water heater lasts 8 to 12 years. We replace one in a day.'

const playbook = {
  name: 'Bench front desk',
  languages: ['en', 'es'],
  rules: [
    {
      id: 'coupon',
      when: { phrases: { en: ['coupon', 'promo code'] } },
      say: { en: 'We do not issue coupons or codes.' },
    },
    {
      id: 'backlinks',
      when: { phrases: { en: ['guest post', 'backlinks'] } },
      say: { en: 'We do not buy advertising through this chat.' },
    },
  ],
  scenarios: [
    scenario('parking', 'There is free parking behind the building.', [
      'where can I park',
      'is there parking',
      'do you have a parking lot',
      'can I leave my car there',
      'parking spaces for customers',
      'where do customers park',
    ]),
    scenario('warranty', 'Every repair carries a one-year warranty.', [
      'is the repair under warranty',
      'do you guarantee your work',
      'how long is the warranty',
      'what warranty do you give',
      'is there a guarantee on repairs',
      'warranty on parts and labor',
    ]),
    scenario('pets', 'Pets are fine; please keep them in another room.', [
      'is it ok that I have a dog',
      'I have pets at home',
      'should I lock up my cat',
      'are your technicians fine with dogs',
      'my dog will be home',
      'do pets bother you',
    ]),
  ],
}

/** Questions that the first tier (rules) and the second (semantic) answer. */
export const QUESTIONS: readonly string[] = [
  'Do you have a coupon?',
  'Are you a robot?',
  'where can I park',
  'how long is the warranty',
  'I have pets at home',
  'A person, please',
]

/** A test tenant with a published playbook and a little knowledge. */
export async function openBusiness(
  { apiUrl, operatorKey }: Pick<Platform, 'apiUrl' | 'operatorKey'>,
  slug: string,
): Promise<Service & { secretKey: string }> {
  const operator = createAdmin({ baseUrl: apiUrl, key: operatorKey, timeoutMs: 60_000 })
  const made = await operator.tenants.create({
    slug,
    name: `Business ${slug}`,
    country: 'US',
    mode: 'test',
    notifyEmail: `owner@${slug}.example`,
    location: { name: 'Main', timeZone: 'America/Denver' },
    assistant: { name: 'Robin' },
  })
  const secretKey = made.secretKey.key
  const foyer = createAdmin({ baseUrl: apiUrl, key: secretKey, timeoutMs: 60_000 })
  const { revision } = await foyer.playbook.get(made.assistantId)
  await foyer.playbook.put(made.assistantId, playbook, { revision })
  await foyer.playbook.publish(made.assistantId, { note: 'For measuring' })
  const source = await foyer.sources.addText({ title: 'Water heaters', text: HEATER_LIFE })
  await foyer.sources.waitForRead(source.id)
  return { apiUrl, publishableKey: made.publishableKey.key, secretKey }
}

function scenario(id: string, answer: string, examples: string[]) {
  return { id, name: id, examples: { en: examples }, answer: { say: { en: answer } } }
}
