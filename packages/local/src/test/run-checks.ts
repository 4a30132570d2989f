// npm run check: every script of package.json named check:…, each to its end, so that one run shows all that is wrong.

import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../launcher/places.ts'

const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: Record<string, string> }
const checks = Object.entries(scripts).filter(([name]) => name.startsWith('check:'))
const wanted = process.argv.slice(2)
const failed: string[] = []
for (const [name, command] of checks) {
  const short = name.slice('check:'.length)
  if (wanted.length > 0 && !wanted.includes(short)) continue
  const started = Date.now()
  const { status, stdout, stderr } = spawnSync(command, { cwd: ROOT, shell: true, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  process.stdout.write(`${status === 0 ? 'ok  ' : 'FAIL'} ${short} (${((Date.now() - started) / 1000).toFixed(1)} s)\n`)
  if (status === 0) continue
  failed.push(short)
  process.stdout.write(`${stdout}${stderr}\n`)
}
process.stdout.write(failed.length === 0 ? `All ${checks.length} checks pass.\n` : `Not right yet: ${failed.join(', ')}.\n`)
process.exit(failed.length === 0 ? 0 : 1)
