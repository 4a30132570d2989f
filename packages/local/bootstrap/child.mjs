// One child at a time, and the promise that it never outlives us: nor we those who started us.

import { execFileSync, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'

const PATIENCE_MS = 4500
let current
let stopping = false

/** Runs a program to its end and resolves to its exit code. With `leash`, it hears from us over a channel when to stop. */
export function runChild(command, args, { cwd, env, leash = false, collect } = {}) {
  const stdio = leash ? ['inherit', 'inherit', 'inherit', 'ipc'] : ['ignore', 'pipe', 'pipe']
  const child = spawn(command, args, {
    cwd,
    env,
    stdio,
    detached: !leash && process.platform !== 'win32',
    shell: process.platform === 'win32' && command.endsWith('.cmd'),
  })
  current = { child, leash }
  child.stdout?.on('data', (chunk) => collect?.push(chunk.toString()))
  child.stderr?.on('data', (chunk) => collect?.push(chunk.toString()))
  return new Promise((resolve, reject) => {
    child.once('error', (error) =>
      reject(
        new Error(
          error.code === 'ENOENT'
            ? `${command} was not found. Install Node with npm from https://nodejs.org`
            : error.message,
        ),
      ),
    )
    child.once('close', (code, signal) => {
      current = undefined
      if (stopping && !leash) process.exit(130)
      resolve(code ?? (signal ? 1 : 0))
    })
  })
}

/** Ctrl-C, TERM, a closed terminal, or the death of npm above us: the child is told, and made to when it does not listen. */
export function watchOver() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop())
  if (process.env.npm_lifecycle_event === undefined) return
  const family = ancestors()
  setInterval(() => {
    if (ancestors() !== family) stop()
  }, 500).unref()
}

function stop() {
  if (stopping) return
  stopping = true
  if (!current) process.exit(130)
  const { child, leash } = current
  if (leash && child.connected) child.send('stop')
  else end(child, 'SIGTERM')
  setTimeout(() => {
    end(child, 'SIGKILL')
    process.exit(130)
  }, PATIENCE_MS).unref()
}

function end(child, signal) {
  try {
    process.kill(current?.leash || process.platform === 'win32' ? child.pid : -child.pid, signal)
  } catch {
    // It is gone already.
  }
}

// npm runs scripts through one shell or two, which stay when npm dies: so every link up to npm is watched.
function ancestors() {
  const line = []
  for (let pid = process.ppid; pid > 1 && line.length < 6;) {
    const { command, parent } = about(pid)
    line.push(pid)
    if (/(^|[\s/])(npm|pnpm|yarn)([\s.]|$)/.test(command)) return line.join(' ')
    pid = parent
  }
  return String(process.ppid)
}

function about(pid) {
  try {
    if (process.platform === 'linux') {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
      return { command, parent: Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) }
    }
    if (process.platform === 'win32') return { command: '', parent: 0 }
    const [parent = '', ...command] = execFileSync('ps', ['-o', 'ppid=,command=', '-p', String(pid)], {
      encoding: 'utf8',
    })
      .trim()
      .split(/\s+/)
    return { command: command.join(' '), parent: Number(parent) }
  } catch {
    return { command: '', parent: 0 }
  }
}
