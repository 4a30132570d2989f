const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Runs `work` once when the person or the system wants us to end: a signal, or the script above us speaking or dying.
 * Then exits with the code that `work` gives; what is still running after four seconds is left to its leash.
 */
export function onStop(work: () => Promise<number>): void {
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
  if (!process.connected) return
  process.on('disconnect', stop)
  process.on('message', (message) => {
    if (message === 'stop') stop()
  })
  process.channel?.unref()
}
