// pnpm test:sip: the suite that needs a real SIP gateway, which no package registry has.

import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ROOT } from '../launcher/places.ts'

if (!process.env['LIVEKIT_SIP_BIN']) {
  process.stdout.write(
    'This suite calls through a real livekit-sip. Set LIVEKIT_SIP_BIN to its program, and type the command again.\n',
  )
} else {
  const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs')
  const args = ['--disable-warning=ExperimentalWarning', vitest, 'run', '--project', 'sip', ...process.argv.slice(2)]
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: 'inherit' })
  child.once('close', (code) => (process.exitCode = code ?? 1))
}
