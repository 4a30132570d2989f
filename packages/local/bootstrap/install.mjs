import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runChild } from './child.mjs'
import { takeTurn } from './turn.mjs'
import { ROOT, say } from './place.mjs'

const PNPM = 'pnpm@10.34.9'
const MODULES = join(ROOT, 'node_modules')
const STAMP = join(MODULES, '.foyer-install.json')

/**
 * Installs once per lock file. `running` leaves out what only tests and checks need; `everything` is a superset, and
 * once it is there it stays, so that a test in one terminal never takes anything from a start in another.
 */
export async function ensureInstalled(needs) {
  if (isInstalled(needs)) return
  const leave = await takeTurn(join(ROOT, 'node_modules.installing'), 'Another terminal is installing; waiting for it.')
  try {
    if (!isInstalled(needs)) await install(levelOf(MODULES) === 'everything' ? 'everything' : needs)
  } finally {
    leave()
  }
}

async function install(level) {
  if (existsSync(MODULES) && !existsSync(join(MODULES, '.modules.yaml'))) {
    say('The folder node_modules comes from `npm install`, which does not know workspaces; replacing it.')
    rmSync(MODULES, { recursive: true, force: true })
  }
  say(
    level === 'running'
      ? 'Installing what Foyer needs to run (once; about 20 s) …'
      : 'Installing everything, tests included (once; about a minute) …',
  )
  const args = [
    '-y',
    PNPM,
    'install',
    '--frozen-lockfile',
    '--prefer-offline',
    '--reporter=append-only',
    ...(level === 'running' ? ['--prod'] : []),
  ]
  const output = []
  const code = await runChild(process.platform === 'win32' ? 'npx.cmd' : 'npx', args, {
    cwd: ROOT,
    env: installEnvironment(),
    collect: output,
  })
  if (code !== 0) throw new Error(explain(output.join('')))
  mkdirSync(MODULES, { recursive: true })
  writeFileSync(`${STAMP}.new`, JSON.stringify({ lock: lockHash() }))
  renameSync(`${STAMP}.new`, STAMP)
}

const isInstalled = (needs) => {
  const level = levelOf(MODULES)
  return (level === 'everything' || level === needs) && read(STAMP).includes(lockHash())
}

// pnpm's own word on what is there counts, so that a developer's `pnpm install` is not undone by a start.
function levelOf(modules) {
  const text = read(join(modules, '.modules.yaml'))
  if (text === '') return 'nothing'
  return /"?devDependencies"?:\s*true/.test(text) ? 'everything' : 'running'
}

function read(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

// The lock file and every package.json: a colleague's `pnpm add` or a pull shows in one of them.
function lockHash() {
  const hash = createHash('sha256')
  const folders = ['packages', 'examples'].flatMap((name) =>
    existsSync(join(ROOT, name)) ? readdirSync(join(ROOT, name)).map((each) => join(name, each)) : [],
  )
  for (const file of [
    'pnpm-lock.yaml',
    'pnpm-workspace.yaml',
    ...['.', ...folders.sort()].map((folder) => join(folder, 'package.json')),
  ]) {
    if (existsSync(join(ROOT, file)))
      hash.update(file).update(dependenciesOf(file, readFileSync(join(ROOT, file), 'utf8')))
  }
  return hash.digest('hex')
}

// A changed script is no reason to install again.
function dependenciesOf(file, text) {
  if (!file.endsWith('package.json')) return text
  const { dependencies, devDependencies, optionalDependencies, peerDependencies } = JSON.parse(text)
  return JSON.stringify({ dependencies, devDependencies, optionalDependencies, peerDependencies })
}

// npm hands its own settings down as npm_config_*; some of them mean something else to pnpm.
function installEnvironment() {
  const kept = Object.entries(process.env).filter(
    ([name]) =>
      !/^npm_(config_(prefix|global|workspace|node_version|user_agent|local_prefix|noproxy)|lifecycle|package|command)/i.test(
        name,
      ),
  )
  return { ...Object.fromEntries(kept), CI: '1', NODE_ENV: '' }
}

function explain(output) {
  const tail = output.trim().split('\n').slice(-15).join('\n')
  const again = `Type: npx -y ${PNPM} install`
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET/.test(output))
    return `The package registry could not be reached.\n${tail}\nCheck the network, then ${again}`
  if (/ENOSPC/.test(output)) return `The disk is full: Foyer needs about 1.5 GB for everything.\n${tail}`
  if (/OUTDATED_LOCKFILE|Update your lockfile/.test(output))
    return `pnpm-lock.yaml does not match the package.json files. ${again} --no-frozen-lockfile`
  return `The installation failed.\n${tail}\nTo see all of it, ${again}`
}
