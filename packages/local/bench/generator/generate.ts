import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Plan, Report, Told } from './plan.ts'

const PROCESS = fileURLToPath(new URL('./process.ts', import.meta.url))

/** Runs a plan in a process of its own, so that the load is told apart from what it loads. */
export function generate(plan: Plan, onConnected: () => void = () => undefined): Promise<Told> {
  const child = fork(PROCESS, { execArgv: ['--disable-warning=ExperimentalWarning'] })
  return new Promise<Told>((resolve, reject) => {
    child.on('message', (report: Report) => {
      if (report.kind === 'connected') return onConnected()
      if (report.kind === 'told') resolve(report.told)
      else reject(new Error(report.message))
    })
    child.once('exit', (code) => reject(new Error(`The generator ended with ${code}.`)))
    child.send(plan)
  }).finally(() => child.kill())
}
