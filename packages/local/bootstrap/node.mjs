import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ROOT } from './place.mjs'

const WANTED = [24, 2]

/** The Node that everything else runs on: this one when it is new enough, else the one that was installed with us. */
export function findNode() {
  if (isEnough(process.versions.node)) return { path: process.execPath, folder: dirname(process.execPath) }
  for (const name of ['linux-x64', 'linux-arm64', 'darwin-x64', 'win-x64']) {
    const path = join(ROOT, 'node_modules', `node-${name}`, 'bin', name.startsWith('win') ? 'node.exe' : 'node')
    if (existsSync(path)) return { path, folder: dirname(path) }
  }
  throw new Error(
    `Foyer runs on Node ${WANTED.join('.')} or newer, and none could be installed for ${process.platform} ${process.arch} (this is ${process.version}). ` +
      `Type: ${process.platform === 'darwin' ? 'brew install node@24 && brew link --overwrite node@24' : 'npx -y n 24'} — then the command again.`,
  )
}

function isEnough(version) {
  const [major, minor] = version.split('.').map(Number)
  return major > WANTED[0] || (major === WANTED[0] && minor >= WANTED[1])
}
