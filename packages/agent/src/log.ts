/** One JSON line for each step of a life. What a person said, or who they are, never stands in one. */
export type Log = (step: string, facts?: Record<string, unknown>) => void

export function jsonLog(write: (line: string) => unknown, standing: Record<string, unknown> = {}): Log {
  return (step, facts = {}) => {
    write(JSON.stringify({ at: new Date().toISOString(), step, ...standing, ...facts }))
  }
}

/** The words of an error, for a log line. */
export const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
