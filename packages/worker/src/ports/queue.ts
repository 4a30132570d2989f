/** Work for later; delivered at least once, so each job must bear being done twice. */
export type Job =
  | { kind: 'read-source'; tenantId: string; sourceId: string; readId: string }
  | { kind: 'tidy'; tenantId: string; mode: 'test' | 'live' }
  | { kind: 'drain-events'; tenantId: string; mode: 'test' | 'live' }

export interface QueuePort {
  send(job: Job, more?: { delaySeconds: number }): Promise<void>
}
