import { spawn } from 'node:child_process'

export type Run = { cwd?: string; env?: Record<string, string | undefined>; mostMs: number }

/**
 * Runs a program that installs or builds something, with all it starts; none of it outlives us.
 * @throws with the last line that it said
 */
export async function runToEnd(command: string, args: readonly string[], { cwd, env, mostMs }: Run): Promise<void> {
  const isWindows = process.platform === 'win32'
  const child = spawn(isWindows && command === 'npx' ? 'npx.cmd' : command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: !isWindows,
    shell: isWindows && command === 'npx',
  })
  const end = (): void => {
    try {
      if (child.pid !== undefined) process.kill(isWindows ? child.pid : -child.pid, 'SIGKILL')
    } catch {
      // It is gone already.
    }
  }
  process.once('exit', end)
  const late = setTimeout(end, mostMs)
  let words = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (words += chunk.toString()))
  const code = await new Promise<number | null>((done) => child.once('close', done).once('error', () => done(null)))
  clearTimeout(late)
  process.off('exit', end)
  if (code !== 0) throw new Error(`${command} failed: ${words.trim().split('\n').at(-1) || 'it could not be started'}`)
}
