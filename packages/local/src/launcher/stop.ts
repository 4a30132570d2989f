const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Runs `work` once when the person or the system wants us to end: a signal, or the script above us speaking or dying.
 * Then exits with the code that `work` gives; what is still running after four seconds is left to its leash.
 * Returns whether that has begun: what fails from then on fails because of it.
 */
export function onStop(work: () => Promise<number>): () => boolean {
  let stopping = false
  const stop = (): void => {
    if (stopping) return
    stopping = true
    setTimeout(() => process.exit(1), 4000).unref()
    void work().then(
      (code) => process.exit(code),
      () => process.exit(1),
    )
  }
  for (const signal of SIGNALS) process.on(signal, stop)
  const isStopping = (): boolean => stopping
  if (!process.connected) return isStopping
  process.on('disconnect', stop)
  process.on('message', (message) => {
    if (message === 'stop') stop()
  })
  process.channel?.unref()
  return isStopping
}
