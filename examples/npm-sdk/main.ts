// A tenant, a text, a question and its answer. Node 24 runs it as it is.
// FOYER_URL=http://127.0.0.1:… FOYER_OPERATOR_KEY=… node main.ts

import { createAdmin } from '@foyer/sdk/admin'

const baseUrl = process.env['FOYER_URL'] ?? ''
const operator = createAdmin({ baseUrl, key: process.env['FOYER_OPERATOR_KEY'] ?? '' })

const { tenant, secretKey } = await operator.tenants.create({
  slug: `bakery-${Date.now().toString(36)}`,
  name: 'Juniper Bakery',
  country: 'US',
  location: { name: 'Main Street', timeZone: 'America/Denver' },
  assistant: { name: 'June' },
})
console.log(`Made ${tenant.name} (${tenant.id}).`)

const foyer = createAdmin({ baseUrl, key: secretKey.key })
const source = await foyer.sources.addText({
  title: 'Cakes',
  text: 'A birthday cake for twelve costs $48. Order it two days ahead; we deliver within Santa Fe for $6.',
})
await foyer.sources.waitForRead(source.id, { onProgress: ({ state }) => console.log(`The text is ${state}.`) })

const { answer, quotes, kind } = await foyer.conversations.ask('How much is a birthday cake?')
console.log(`${kind}: ${answer}`)
for (const quote of quotes) console.log(`  “${quote.text}” — ${quote.title}`)
