import type { ChildProcess } from 'node:child_process'

/** Sends one request to a process of the platform and resolves to its answer; `failed` rejects with its message. */
export function ask<Request extends object, Reply extends { kind: string }>(
  child: ChildProcess,
  request: Request,
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const over = (): void => reject(new Error('The process ended before it answered.'))
    child.once('exit', over)
    child.once('message', (message) => {
      child.off('exit', over)
      const reply = message as Reply | { kind: 'failed'; message: string }
      if (reply.kind === 'failed') reject(new Error((reply as { message: string }).message))
      else resolve(reply as Reply)
    })
    child.send(request, (error) => {
      if (error) reject(error)
    })
  })
}
