import { execFileSync, spawn } from 'node:child_process'
import { delimiter, dirname, join } from 'node:path'
import { ROOT } from '../src/launcher/places.ts'
import { enter, say as ask } from '../src/soak/client.ts'
import type { Say } from './row.ts'

/** Milliseconds of each phase, in order. */
export type Phases = Record<string, number>

export async function cloneTo(folder: string): Promise<number> {
  const from = performance.now()
  execFileSync('git', ['clone', '--quiet', '--no-local', ROOT, folder], { stdio: ['ignore', 'ignore', 'inherit'] })
  return performance.now() - from
}

/** `npm start` in `folder/foyer` as a new person's machine would run it, one question to the page's own key, and the end. */
export async function startAndAsk(folder: string, say: Say): Promise<Phases> {
  const from = performance.now()
  const phases: Phases = {}
  let last = from
  const mark = (name: string): void => {
    const now = performance.now()
    phases[name] = now - last
    last = now
  }
  const child = spawn('npm', ['start', '--', '--data', join(folder, 'data')], {
    cwd: join(folder, 'foyer'),
    env: newcomer(folder),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  let printed = ''
  let words = ''
  child.stderr.on('data', (chunk: Buffer) => {
    const text = chunk.toString('utf8')
    if (text.includes('Starting Foyer')) mark('install')
    if (text.includes('The worker answers')) mark('platform')
    words = (words + text).slice(-4000)
  })
  try {
    const url = await new Promise<string>((resolve, reject) => {
      child.once('exit', (code) => reject(new Error(`npm start ended with ${code}:\n${words}`)))
      child.stdout.on('data', (chunk: Buffer) => {
        printed += chunk.toString('utf8')
        const first = /^ {2}\S.*?(https?:\/\/\S+)/m.exec(printed)?.[1]
        if (first !== undefined) resolve(first)
      })
    })
    mark('reading the example')
    const page = await (await fetch(url)).text()
    const publishableKey = /pk_[\w-]+/.exec(page)?.[0]
    const apiUrl = /(https?:\/\/[^"'\s]+)\/foyer\.js/.exec(page)?.[1]
    if (publishableKey === undefined || apiUrl === undefined) throw new Error(`The page at ${url} carries no widget.`)
    const turn = await ask(await enter({ apiUrl, publishableKey }), 'How much is a tune-up?')
    mark('first answer')
    const end = turn.events.at(-1)
    if (!JSON.stringify(end).includes('$')) throw new Error(`No price was said: ${JSON.stringify(end)}`)
    say(`  ${JSON.stringify(phases)}`)
    return phases
  } finally {
    await stop(child)
  }
}

// A new person has nothing in the caches of npm and pnpm, and none of our settings.
function newcomer(folder: string): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(npm_|PNPM|INIT_CWD$|NODE_PATH$|FOYER_|OPENAI_|DATABASE_URL$)/i.test(name) || /registry/i.test(name),
  )
  const path = (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((each) => !each.includes('node_modules'))
    .join(delimiter)
  return {
    ...Object.fromEntries(kept),
    PATH: path.includes(dirname(process.execPath)) ? path : `${path}${delimiter}${dirname(process.execPath)}`,
    npm_config_cache: join(folder, 'npm-cache'),
    npm_config_store_dir: join(folder, 'pnpm-store'),
    XDG_CACHE_HOME: join(folder, 'cache'),
    XDG_DATA_HOME: join(folder, 'share'),
  }
}

async function stop(child: ReturnType<typeof spawn>): Promise<void> {
  if (child.exitCode !== null || child.pid === undefined) return
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  // As Ctrl-C does: everybody in the terminal's group is told.
  process.kill(-child.pid, 'SIGINT')
  const late = setTimeout(() => process.kill(-(child.pid ?? 0), 'SIGKILL'), 15_000)
  await ended
  clearTimeout(late)
}
