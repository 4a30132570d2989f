// LiveKit's side of getting work: this process registers, says how full it is, and takes jobs. Calls share the process:
// a process for each would cost 200 MB and a second of start-up a call.

import { JobType, ParticipantPermission, ServerMessage, WorkerMessage, WorkerStatus, type Job } from '@livekit/protocol'
import { AccessToken } from 'livekit-server-sdk'
import { WebSocket } from 'ws'
import { wordsOf, type Log } from './log.ts'

export type AssignedJob = { job: Job; url: string; token: string }

export type DispatchOptions = {
  url: string
  apiKey: string
  apiSecret: string
  agentName: string
  /** Calls that run now, of how many. */
  load: () => { calls: number; capacity: number; draining: boolean }
  onJob: (job: AssignedJob) => void
  onTerminated: (jobId: string) => void
  /** A media server that says nothing for so long is not there any more. */
  quietMs?: number
  log: Log
}

/** It pings every ten seconds. */
const QUIET_MS = 25_000
const REPORT_MS = 1000
const MOST_WAIT_MS = 5000
/** A media server sends nobody to an agent whose load is 0.7 or more, whatever its status: full is what we say it is. */
const MOST_LOAD = 0.625

type Said = ConstructorParameters<typeof WorkerMessage>[0]

export class Dispatch {
  readonly #options: DispatchOptions
  #socket: WebSocket | undefined
  #registered = false
  #closed = false
  #accepted = new Map<string, Job>()
  #timer: NodeJS.Timeout | undefined

  constructor(options: DispatchOptions) {
    this.#options = options
  }

  get connected(): boolean {
    return this.#registered
  }

  /** Connects, and again whenever the connection is lost, until `close`. */
  async run(): Promise<void> {
    this.#timer = setInterval(() => this.report(), REPORT_MS)
    for (let losses = 0; !this.#closed; losses++) {
      const from = Date.now()
      await this.#connect().catch((error: unknown) => this.#options.log('dispatch.lost', { why: wordsOf(error) }))
      this.#registered = false
      if (Date.now() - from > 30_000) losses = 0
      if (!this.#closed) await new Promise((resolve) => setTimeout(resolve, Math.min(200 * 2 ** losses, MOST_WAIT_MS)))
    }
  }

  /** Says at once how full we are; it is also said every second. */
  report(): void {
    if (!this.#registered) return
    const { calls, capacity, draining } = this.#options.load()
    const isFull = draining || calls >= capacity
    const status = isFull ? WorkerStatus.WS_FULL : WorkerStatus.WS_AVAILABLE
    this.#send({
      message: { case: 'updateWorker', value: { load: (MOST_LOAD * calls) / capacity, status, jobCount: calls } },
    })
  }

  close(): void {
    this.#closed = true
    clearInterval(this.#timer)
    this.#socket?.close()
  }

  async #connect(): Promise<void> {
    const { url, apiKey, apiSecret, agentName, quietMs = QUIET_MS, log } = this.#options
    const token = new AccessToken(apiKey, apiSecret, { ttl: 600 })
    token.addGrant({ agent: true })
    const address = new URL('agent', url.replace(/^http/, 'ws').replace(/\/?$/, '/'))
    const socket = new WebSocket(address, {
      headers: { authorization: `Bearer ${await token.toJwt()}` },
      handshakeTimeout: 5000,
    })
    this.#socket = socket
    socket.on('open', () => {
      const allowedPermissions = new ParticipantPermission({
        canPublish: true,
        canSubscribe: true,
        canPublishData: true,
        canUpdateMetadata: true,
        agent: true,
      })
      const value = { type: JobType.JT_ROOM, agentName, allowedPermissions, version: '1.9.0' }
      this.#send({ message: { case: 'register', value } })
    })
    socket.on('message', (data: Buffer) => {
      try {
        this.#hear(new ServerMessage().fromBinary(data))
      } catch (error) {
        log('dispatch.unreadable', { why: wordsOf(error) })
      }
    })
    // A network that went away closes nothing: we would wait for calls that go to nobody.
    const quiet = setTimeout(() => socket.terminate(), quietMs)
    for (const sign of ['ping', 'message'] as const) socket.on(sign, () => void quiet.refresh())
    try {
      await new Promise<void>((resolve, reject) => {
        socket.on('error', reject)
        socket.on('close', () => resolve())
      })
    } finally {
      clearTimeout(quiet)
    }
  }

  #hear({ message }: ServerMessage): void {
    const { log, onJob, onTerminated, url } = this.#options
    if (message.case === 'register') {
      this.#registered = true
      log('dispatch.registered', { workerId: message.value.workerId })
      this.report()
    } else if (message.case === 'availability') {
      const { job } = message.value
      if (job !== undefined) this.#answer(job)
    } else if (message.case === 'assignment') {
      const { job, token } = message.value
      const accepted = job === undefined ? undefined : this.#accepted.get(job.id)
      if (accepted === undefined) return
      this.#accepted.delete(accepted.id)
      onJob({ job: accepted, url: message.value.url || url, token })
    } else if (message.case === 'termination') onTerminated(message.value.jobId)
  }

  #answer(job: Job): void {
    const { calls, capacity, draining } = this.#options.load()
    const available = !draining && calls + this.#accepted.size < capacity
    if (available) {
      this.#accepted.set(job.id, job)
      // An assignment that never comes must not take a place for ever.
      setTimeout(() => this.#accepted.delete(job.id), 10_000).unref()
    }
    const value = { jobId: job.id, available, participantIdentity: `agent-${job.id}`, participantName: 'assistant' }
    this.#send({ message: { case: 'availability', value } })
  }

  #send(said: Said): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(new WorkerMessage(said).toBinary())
  }
}
