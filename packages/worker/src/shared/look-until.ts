interface Looking {
  everyMs: number
  /** From now on; for ever without it. */
  forMs?: number
  /** Ends the looking before its time. */
  signal?: AbortSignal
}

/** Looks again and again until there is something to tell; undefined when the time is over. @throws what `look` throws */
export async function lookUntil<Seen>(
  look: () => Promise<Seen | undefined>,
  { everyMs, forMs = Infinity, signal }: Looking,
): Promise<Seen | undefined> {
  for (const end = Date.now() + forMs; Date.now() < end && signal?.aborted !== true;) {
    const seen = await look()
    if (seen !== undefined) return seen
    await new Promise((resolve) => setTimeout(resolve, everyMs))
  }
  return undefined
}
