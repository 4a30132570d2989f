import { defineConfig } from '@hey-api/openapi-ts'

const input = process.env['FOYER_OPENAPI'] ?? '../worker/openapi.json'

/** Types only: the requests the browser makes are few, and written by hand they fit in half of a generated client. */
export default defineConfig({
  input,
  output: { path: process.env['FOYER_TYPES'] ?? 'src/generated', entryFile: false },
  plugins: [{ name: '@hey-api/typescript', enums: false }],
})
