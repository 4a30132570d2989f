import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { app } from './src/app.ts'
import { documentOf } from './src/web/app.ts'

const file = fileURLToPath(new URL('openapi.json', import.meta.url))

/** Writes openapi.json from the routes. `pnpm check` fails when the committed one differs. */
writeFileSync(file, `${JSON.stringify(documentOf(app), null, 2)}\n`)
console.log(`Wrote ${file}`)
