import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Grammar } from './grammar.ts'

const SCRIPT = fileURLToPath(new URL('./recogniser.py', import.meta.url))

export type Recogniser = {
  /** @param gone nobody waits for it any more: it is left out when its turn comes */
  hear(samples16k: Int16Array, gone: AbortSignal): Promise<string>
  stop(): void
}

/** pocketsphinx in a process of its own, one utterance after the other. */
export async function startRecogniser(python: string, grammar: Grammar): Promise<Recogniser> {
  const child = spawn(python, [SCRIPT], { stdio: ['pipe', 'pipe', 'inherit'] })
  const waiting = new Map<number, { resolve(text: string): void; reject(error: Error): void }>()
  const ready = Promise.withResolvers<void>()
  child.once('exit', () => {
    const error = new Error('The test recogniser ended.')
    ready.reject(error)
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  })
  child.once('error', ready.reject)
  child.stdin.on('error', () => undefined)
  createInterface({ input: child.stdout }).on('line', (line) => {
    const reply = JSON.parse(line) as { ready: number } | { id: number; text: string }
    if ('ready' in reply) return ready.resolve()
    waiting.get(reply.id)?.resolve(reply.text)
    waiting.delete(reply.id)
  })
  child.stdin.write(`${JSON.stringify(grammar)}\n`)
  await ready.promise
  let next = 0
  let last: Promise<unknown> = Promise.resolve()
  const ask = (samples: Int16Array): Promise<string> =>
    new Promise((resolve, reject) => {
      const id = next++
      waiting.set(id, { resolve, reject })
      const pcm = Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength).toString('base64')
      child.stdin.write(`${JSON.stringify({ id, pcm })}\n`)
    })
  return {
    hear(samples, gone) {
      const heard = last.then(() => (gone.aborted ? '' : ask(samples)))
      last = heard.catch(() => undefined)
      return heard
    },
    stop: () => void child.kill('SIGKILL'),
  }
}
