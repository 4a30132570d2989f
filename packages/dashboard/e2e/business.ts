import { page, serveSite } from '../../worker/src/test/loopback-site.ts'

export interface Business {
  url: string
  /** Puts the line of code on every page, as its owner would. */
  install(snippet: string): void
  close(): Promise<void>
}

const names =
  'about prices hours areas heating cooling water-heaters plans warranty financing team contact questions reviews'.split(
    ' ',
  )
const bodies: Record<string, string> = {
  prices:
    '<table><tr><th>Service</th><th>Price</th></tr><tr><td>Furnace tune-up</td><td>$89</td></tr><tr><td>AC tune-up</td><td>$99</td></tr></table>',
  hours: '<p>Monday to Friday 8:00 am to 5:00 pm. Saturday 9:00 am to 1:00 pm. Sunday closed.</p>',
  areas: '<p>We serve Albuquerque, Rio Rancho and Corrales.</p>',
  financing: '<p>We accept Visa, Mastercard, checks and cash.</p>',
  contact: '<p>Phone (505) 555-0142, emergencies (505) 555-0199.</p>',
}

/** A heating company's site of fifteen pages, with its colour in icon and theme. */
export async function serveBusiness(allow: (origin: string) => void): Promise<Business> {
  const links = names.map((name) => `<a href="/${name}">${name}</a>`).join(' ')
  const head =
    '<meta name="theme-color" content="#d97706"><link rel="icon" type="image/svg+xml" href="/icon.svg"></head><body>'
  const made = (title: string, body: string) => page(title, body).replace('</head><body>', head)
  const pages = names.map((name): [string, string] => [
    `/${name}`,
    made(name, bodies[name] ?? `<p>What Saltbush has to say of ${name}, in a sentence of its own.</p>`),
  ])
  const site = await serveSite({
    '/': made('Saltbush Heating', `<p>Heating and cooling in Albuquerque since 1998.</p>${links}`),
    ...Object.fromEntries(pages),
    '/icon.svg': {
      headers: { 'content-type': 'image/svg+xml' },
      body: '<svg xmlns="http://www.w3.org/2000/svg"><rect width="10" height="10" fill="#9a3412"/></svg>',
    },
  })
  allow(site.origin)
  return {
    url: `${site.origin}/`,
    install(snippet) {
      for (const [path, held] of site.pages)
        if (typeof held === 'string') site.pages.set(path, held.replace('</body>', `${snippet}</body>`))
    },
    close: () => site.close(),
  }
}
