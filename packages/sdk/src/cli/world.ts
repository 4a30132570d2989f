import { text } from 'node:stream/consumers'
import type { World } from './command.ts'

/** The process we are in. */
export const world: World = {
  env: process.env,
  out: (line) => void process.stdout.write(`${line}\n`),
  err: (line) => void process.stderr.write(`${line}\n`),
  stdin: () => text(process.stdin),
}

/** A reader that stops early (`foyer usage | head -1`) is no error. */
export function quietWhenUnread(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit(0)
  })
}
