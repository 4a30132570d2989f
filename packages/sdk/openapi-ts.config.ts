import { defineConfig } from '@hey-api/openapi-ts'

/** Types only: the requests the browser makes are few, and written by hand they fit in half of a generated client. */
export default defineConfig({
  input: process.env['FOYER_OPENAPI'] ?? '../worker/openapi.json',
  output: { path: 'src/generated', entryFile: false },
  plugins: [{ name: '@hey-api/typescript', enums: false }],
})
