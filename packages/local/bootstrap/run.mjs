// The first thing that runs on a fresh machine: plain Node ≥ 20, no dependency.
// node packages/local/bootstrap/run.mjs start|ask|call|deploy|test|check [arguments]

import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { ensureInstalled } from './install.mjs'
import { findNode } from './node.mjs'
import { runChild, watchOver } from './child.mjs'
import { ROOT, say } from './place.mjs'

const VERBS = {
  start: { entry: 'packages/local/src/main.ts', needs: 'running' },
  ask: { entry: 'packages/local/src/ask/main.ts', needs: 'running' },
  call: { entry: 'packages/local/src/phone/main.ts', needs: 'running' },
  deploy: { entry: 'packages/local/src/deploy/main.ts', needs: 'running' },
  test: { entry: 'packages/local/src/test/run-tests.ts', needs: 'everything' },
  check: { entry: 'packages/local/src/test/run-checks.ts', needs: 'everything' },
}

async function main([verb = '', ...args]) {
  const task = VERBS[verb]
  if (!task) return fail(`Unknown command "${verb}". Type npm start, npm test, npm run ask or npm run check.`)
  if (Number(process.versions.node.split('.')[0]) < 20) {
    return fail(
      `Foyer starts from Node 20 or newer; this is ${process.version}. Get one from https://nodejs.org and type the command again.`,
    )
  }
  watchOver()
  await ensureInstalled(task.needs)
  const node = findNode()
  const entry = join(ROOT, task.entry)
  if (!existsSync(entry))
    return fail(`${task.entry} is missing from this checkout. Type: git checkout -- ${task.entry}`)
  const path = [node.folder, join(ROOT, 'node_modules/.bin'), process.env.PATH].filter(Boolean).join(delimiter)
  const flags = ['--disable-warning=ExperimentalWarning']
  const env = { ...process.env, PATH: path }
  process.exitCode = await runChild(node.path, [...flags, entry, ...args], { env, leash: true })
}

function fail(message) {
  say(message)
  process.exitCode = 1
}

main(process.argv.slice(2)).catch((error) => fail(error instanceof Error ? error.message : String(error)))
